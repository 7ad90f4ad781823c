import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type * as contract from '@noskhe/shared/auth/contract'
import type { Session } from '@noskhe/shared/auth/session'
import type { Output } from '@noskhe/shared/endpoint'
import express from 'express'
import { pino } from 'pino'
import { readConfig } from '../../../config.ts'
import type { Resources } from '../../../context.ts'
import { openDb } from '../../../db/client.ts'
import { Server } from '../../../http/serve.ts'
import { sessions } from '../../../http/session-store.ts'
import { createAuthenticator } from '../../../testing/authenticator.ts'
import { testDatabase } from '../../../testing/database.ts'
import { routes } from '../routes.ts'
import { givenRegistries } from './given-registries.ts'

export const PUBLIC_URL = 'http://localhost:3000'
export const IDLE_MS = 20 * 60_000
export const SESSION_MS = 10 * 3_600_000

/** The sign-in endpoints over HTTP, as the product serves them, on a database of their own and with fake registries. */
export async function givenServer() {
  const database = await testDatabase()
  const registries = givenRegistries()
  const secret = () => randomBytes(32).toString('base64url')
  const config = readConfig({
    DATABASE_URL: database.url, PUBLIC_URL, SECRET_KEY: secret(), SESSION_SECRET: secret(), LOG_LEVEL: 'silent',
    SESSION_IDLE_MINUTES: String(IDLE_MS / 60_000), SESSION_HOURS: String(SESSION_MS / 3_600_000),
  })
  const db = openDb(database.url)
  const clock = { ahead: 0 }
  const log = pino({ level: 'silent' })
  const store = sessions(config)

  const app = express().set('trust proxy', 'loopback')
  app.use(express.json(), store.middleware, (req, _res, next) => {
    req.log = log
    next()
  })
  const router = express.Router()
  const resources: Resources = { config, db, national: registries.national, now: () => new Date(Date.now() + clock.ahead), log }
  routes(new Server(router, resources))
  app.use(router)
  const server = app.listen(0)
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  let visitors = 0
  // Audit events cannot be removed: a test is shown those that came after its reset.
  let seenEvents = new Map<string, bigint>()
  return {
    db,
    registries,
    resources,
    pass: (ms: number) => (clock.ahead += ms),
    /** The registries as they were, the clock right, nothing under way. */
    async reset() {
      registries.reset()
      clock.ahead = 0
      await Promise.all([db.signInAttempt.deleteMany(), db.session.deleteMany(), db.passkey.deleteMany(), db.centre.deleteMany()])
      seenEvents = new Map((await db.auditHead.findMany()).map((head) => [head.centreId, head.seq]))
    },
    /** A new browser, behind an address of its own so that rate limits count it alone. */
    browser: (agent?: string) => openBrowser(url, { from: `10.0.0.${(visitors += 1)}`, agent }),
    audit: async () => {
      const events = await db.auditEvent.findMany({ orderBy: [{ at: 'asc' }, { seq: 'asc' }] })
      return events.filter((it) => it.seq > (seenEvents.get(it.centreId) ?? 0n)).map((it) => it.action)
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await store.close()
      await db.$disconnect()
      await database.drop()
    },
  }
}

export type GivenServer = Awaited<ReturnType<typeof givenServer>>

const CHROME_ON_WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

export interface Answer<T> {
  status: number
  body: T & { code?: string; detail?: Record<string, unknown> }
}

function openBrowser(url: string, { from, agent = CHROME_ON_WINDOWS }: { from: string; agent: string | undefined }) {
  const jar = { cookie: '' }
  const device = createAuthenticator(PUBLIC_URL)

  async function send<T = object>(method: 'GET' | 'POST', path: string, body?: object, call: 'user' | 'background' = 'user'): Promise<Answer<T>> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json', 'x-noskhe-call': call, 'user-agent': agent, 'x-forwarded-for': from, ...(jar.cookie && { cookie: jar.cookie }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    jar.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? jar.cookie
    return { status: response.status, body: (await response.json()) as Answer<T>['body'] }
  }
  const post = <T = object>(path: string, body: object = {}) => send<T>('POST', path, body)

  return {
    jar,
    device,
    post,
    identify: (who: object) => post<Output<typeof contract.identify>>('/auth/identification', who),
    confirm: (attemptId: string, code: string) => post<Session>('/auth/codes', { attemptId, code }),
    /** Polling, which does not prolong the session. */
    session: () => send<Session>('GET', '/auth/session', undefined, 'background'),
    choose: (siamId: string, role: string) => post<Session>('/auth/session/centre', { siamId, role }),
    async enrol() {
      const { body } = await post<{ options: Parameters<typeof device.register>[0] }>('/auth/passkeys/options')
      return post<Session>('/auth/passkeys', { response: device.register(body.options) })
    },
    async askPasskey() {
      const { body } = await post<{ options: Parameters<typeof device.authenticate>[0] }>('/auth/passkey-sign-in/options')
      return body.options
    },
    showPasskey: (response: object) => post<Session>('/auth/passkey-sign-in', { response }),
  }
}

export type Browser = ReturnType<typeof openBrowser>
