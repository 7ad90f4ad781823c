import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { passkeySignInOptions } from '@noskhe/shared/auth/contract'
import { CALL_HEADER } from '@noskhe/shared/endpoint'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { type Db, openDb } from '../db/client.ts'
import type { National } from '../national/port.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'

let database: TestDatabase
let db: Db
const webDist = mkdtempSync(join(tmpdir(), 'noskhe-web-'))
const closings: (() => Promise<void>)[] = []
let plain: string
let secure: string

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.url)
  mkdirSync(join(webDist, 'assets'))
  writeFileSync(join(webDist, 'index.html'), '<!doctype html>')
  writeFileSync(join(webDist, 'assets/app-1a2b.js'), '')
  plain = await listen('http://localhost:3000')
  secure = await listen('https://noskhe.example')
})
afterAll(async () => {
  for (const close of closings) await close()
  await db.$disconnect()
  await database.drop()
  rmSync(webDist, { recursive: true })
})

/** The application at this public address; nothing that is asked here asks a national service. */
async function listen(publicUrl: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const config = readConfig({ DATABASE_URL: database.url, SECRET_KEY: secret, SESSION_SECRET: secret, PUBLIC_URL: publicUrl, WEB_DIST: webDist })
  const national = {} as National
  const { app, close } = createApp({ config, db, national, now: () => new Date(), log: pino({ level: 'silent' }) })
  const server = app.listen(0)
  await once(server, 'listening')
  closings.push(async () => {
    server.close()
    await close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const cookieFrom = async (url: string): Promise<string> => {
  const response = await fetch(`${url}/api${passkeySignInOptions.path}`, {
    method: 'POST',
    headers: { [CALL_HEADER]: 'user', 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
    body: '{}',
  })
  return response.headers.getSetCookie().join()
}

describe.each(['/', '/prescriptions/1', '/assets/app-1a2b.js', '/api/health', '/api/nowhere', '/api/openapi.json'])('%s', (path) => {
  const headers = async () => (await fetch(plain + path)).headers

  test('runs and loads nothing but our own', async () => {
    const policy = new Map(((await headers()).get('content-security-policy') ?? '').split(';').map((it) => {
      const [name = '', ...sources] = it.trim().split(' ')
      return [name, sources]
    }))
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('script-src')).toEqual(["'self'"])
    expect(policy.get('style-src')).toEqual(["'self'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
    expect([...policy.values()].flat().filter((source) => /unsafe|\*|http/.test(source))).toEqual([])
  })

  test('is not sniffed, framed or told on, and does not say what it runs on', async () => {
    const it = await headers()
    expect(it.get('x-content-type-options')).toBe('nosniff')
    expect(it.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(it.get('referrer-policy')).toBe('no-referrer')
    expect(it.get('x-powered-by')).toBeNull()
  })
})

test.each(['/api/health', '/api/nowhere', '/api/openapi.json', '/api/auth/session'])('%s is kept nowhere', async (path) => {
  expect((await fetch(plain + path)).headers.get('cache-control')).toBe('no-store')
})

test('the page is always fresh, and what its name changes with is kept', async () => {
  expect((await fetch(plain)).headers.get('cache-control')).toBe('no-cache')
  expect((await fetch(`${plain}/assets/app-1a2b.js`)).headers.get('cache-control')).toContain('immutable')
})

test('behind https the session is bound to this host, for ever encrypted, out of reach of scripts and other sites', async () => {
  const cookie = await cookieFrom(secure)
  expect(cookie).toMatch(/^__Host-noskhe=s%3A/)
  for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/']) expect(cookie).toContain(attribute)
  expect(cookie).not.toContain('Domain')
  expect((await fetch(secure)).headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
})

test('on plain http, which only localhost has, it goes without what demands https', async () => {
  const cookie = await cookieFrom(plain)
  expect(cookie).toMatch(/^noskhe=s%3A/)
  for (const attribute of ['HttpOnly', 'SameSite=Strict']) expect(cookie).toContain(attribute)
  expect(cookie).not.toContain('Secure')
  expect((await fetch(plain)).headers.get('strict-transport-security')).toBeNull()
})
