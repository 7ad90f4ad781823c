import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { syntheticEntries } from '@noskhe/shared/terminology/testing/synthetic-codes'
import express, { type Express } from 'express'
import { pino } from 'pino'
import { createApp } from '../../../app.ts'
import { readConfig } from '../../../config.ts'
import { openDb } from '../../../db/client.ts'
import { newId } from '../../../db/id.ts'
import type { SignedIn } from '../../../http/session.ts'
import type { Mksa } from '../../../national/mksa/port.ts'
import type { National } from '../../../national/port.ts'
import { takeUpNewestRelease } from '../loaded.ts'
import { refreshCodes } from '../refresh-codes.ts'

// A thread of the bench: serves one of the two applications, and tells its address and the cookie to call it with.

export interface Served {
  url: string
  cookie: string
}

/** As many codes as the national list has, published at once. */
const mksa: Mksa = {
  releases: async () => [{ release: 'bench', publishedAt: '2026-11-25T00:00:00.000Z', lists: ['drug'] }],
  codes: async ({ list }) => ({
    codes: list !== 'drug' ? [] : syntheticEntries(30_000).map(({ shown: { isCurrent: _, ...shown }, names, code }) => ({
      list: 'drug' as const, code, isRetired: false, shown, aliases: { otherCodes: [], ingredients: names.slice(0, 2), details: [] },
    })),
    next: null,
  }),
}

async function ours(databaseUrl: string): Promise<{ app: Express; cookie: string }> {
  const secret = randomBytes(32).toString('base64url')
  const config = readConfig({ DATABASE_URL: databaseUrl, SECRET_KEY: secret, SESSION_SECRET: secret })
  const db = openDb(databaseUrl)
  const resources = { config, db, national: { mksa } as Partial<National> as National, now: () => new Date(), log: pino({ level: 'silent' }) }
  await refreshCodes(resources)
  await takeUpNewestRelease(db)
  const sid = newId()
  await db.session.create({ data: { sid, sess: JSON.parse(JSON.stringify({ cookie: {}, signedIn: signedIn() })) as object, expire: new Date(Date.now() + 3_600_000) } })
  const signature = createHmac('sha256', secret).update(sid).digest('base64').replace(/=+$/, '')
  return { app: createApp(resources).app, cookie: `noskhe=${encodeURIComponent(`s:${sid}.${signature}`)}` }
}

const signedIn = (): SignedIn => ({
  id: newId(),
  person: { personId: newId(), firstName: 'نرگس', lastName: 'کاویانی', gender: 'female', nationalCode: '0041827368', councilNumber: '145263', specialty: null },
  by: 'passkey', device: 'bench', signedInAt: Date.now(), endsAt: Date.now() + 3_600_000, lastActiveAt: Date.now(), at: null,
  posts: { list: [], isAnswered: true, askedAt: Date.now() },
})

const hello = (): { app: Express; cookie: string } => ({ app: express().get('/', (_req, res) => void res.json({ hello: 'world' })), cookie: '' })

const { databaseUrl } = workerData as { databaseUrl: string | null }
const { app, cookie } = databaseUrl === null ? hello() : await ours(databaseUrl)
const server = app.listen(0)
await once(server, 'listening')
parentPort?.postMessage({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cookie } satisfies Served)
