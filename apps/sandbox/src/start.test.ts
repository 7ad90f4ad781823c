import { createConnection } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSandbox } from './start.ts'
import type { Sandbox } from './start.ts'

let sandbox: Sandbox
beforeAll(async () => void (sandbox = await startSandbox({ port: 0, dataFile: ':memory:' })))
afterAll(() => sandbox.close())
beforeEach(async () => {
  for (const path of ['faults/ditas', 'faults/sms', 'journal']) await control('DELETE', path)
})

const tokenRequest = {
  method: 'POST',
  headers: { authorization: `Basic ${btoa('noskhe-client:noskhe-client-demo')}`, 'content-type': 'application/x-www-form-urlencoded' },
  body: 'grant_type=password&username=noskhe&password=noskhe-demo',
}
const askToken = (at: Sandbox = sandbox) => fetch(`${at.url}/oauth/token`, tokenRequest)
const control = (method: string, path: string, body?: unknown, at: Sandbox = sandbox) =>
  fetch(`${at.url}/_sandbox/${path}`, {
    method, headers: { 'content-type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const read = async <T>(path: string, at: Sandbox = sandbox): Promise<T> => (await (await control('GET', path, undefined, at)).json()) as T
const calls = async (query = '', at: Sandbox = sandbox) =>
  (await read<{ calls: { service: string; path: string; status: number | null; fault: string | null; request: string; response: string | null }[] }>(`journal${query}`, at)).calls

describe('the door', () => {
  test.each([
    ['another client secret', { headers: { ...tokenRequest.headers, authorization: `Basic ${btoa('noskhe-client:x')}` } }, 401],
    ['another password', { body: 'grant_type=password&username=noskhe&password=x' }, 400],
    ['another grant', { body: 'grant_type=client_credentials' }, 400],
  ])('%s gets no token', async (_what, change, status) => {
    expect((await fetch(`${sandbox.url}/oauth/token`, { ...tokenRequest, ...change })).status).toBe(status)
  })

  test.each(['eligibility/CallupInsurance', 'siam/posts', 'sms/messages', 'ttac/packs/verify', 'locate/prescriptions', 'sepas/FindMessage', 'mksa/releases'])(
    'without a token %s is refused', async (path) => {
      expect((await fetch(`${sandbox.url}/${path}`, { method: 'POST' })).status).toBe(401)
    },
  )
})

describe('the journal', () => {
  test('has each call once, with both bodies, when its answer has come', async () => {
    await askToken()
    const kept = await calls()
    expect(kept).toMatchObject([{ service: 'ditas', path: '/oauth/token', status: 200, fault: null }])
    expect(kept[0]?.request).toContain('grant_type')
    expect(kept[0]?.response).toContain('access_token')
  })

  test('is asked by service and by path, and can be cleared', async () => {
    await askToken()
    await fetch(`${sandbox.url}/sms/messages`, { method: 'POST' })
    expect(await calls('?service=sms')).toHaveLength(1)
    expect(await calls('?path=token')).toHaveLength(1)
    await control('DELETE', 'journal')
    expect(await calls()).toEqual([])
  })

  test('keeps the sandbox’s own page out', async () => {
    await fetch(`${sandbox.url}/people`)
    expect(await calls()).toEqual([])
  })
})

describe('faults', () => {
  const breakWith = (fault: object) => control('PUT', 'faults/ditas', fault)

  test('error answers 500', async () => {
    await breakWith({ kind: 'error' })
    expect((await askToken()).status).toBe(500)
    expect(await calls()).toMatchObject([{ status: 500, fault: 'error' }])
  })

  test('garbage answers what no parser reads', async () => {
    await breakWith({ kind: 'garbage' })
    const response = await askToken()
    expect(response.status).toBe(200)
    await expect(response.json()).rejects.toThrow()
  })

  test('refuse breaks the connection before the work is done', async () => {
    await breakWith({ kind: 'refuse' })
    await expect(askToken()).rejects.toThrow()
    await expect.poll(() => calls()).toMatchObject([{ status: null, fault: 'refuse' }])
  })

  test('hang never answers', async () => {
    await breakWith({ kind: 'hang' })
    await expect(fetch(`${sandbox.url}/oauth/token`, { ...tokenRequest, signal: AbortSignal.timeout(100) })).rejects.toThrow('timeout')
  })

  test('delay answers late, and rightly', async () => {
    await breakWith({ kind: 'delay', ms: 120 })
    const began = performance.now()
    expect((await askToken()).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThanOrEqual(115)
  })

  test('late does the work and answers afterwards', async () => {
    await breakWith({ kind: 'late', ms: 120 })
    const began = performance.now()
    expect(await (await askToken()).json()).toMatchObject({ token_type: 'bearer' })
    expect(performance.now() - began).toBeGreaterThanOrEqual(115)
  })

  test('half breaks off in the middle of a body whose length it has told', async () => {
    await breakWith({ kind: 'half' })
    const response = await askToken()
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(50)
    await expect(response.text()).rejects.toThrow()
    await expect.poll(() => calls()).toMatchObject([{ status: null, fault: 'half' }])
  })

  test('busy sends the caller away, and says for how many seconds', async () => {
    await breakWith({ kind: 'busy', ms: 1_200 })
    const response = await askToken()
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '2'])
  })

  test('unknown answers well-formed JSON with a word that no contract has', async () => {
    await breakWith({ kind: 'unknown' })
    const response = await askToken()
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ token_type: 'mac', expires_in: 1_200 })
  })

  test.each(['lose', 'half', 'late'])('%s does the work', async (kind) => {
    const { access_token: token } = (await (await askToken()).json()) as { access_token: string }
    await control('PUT', 'faults/sms', { kind, ms: 0 })
    const to = '09120000000'
    const sending = fetch(`${sandbox.url}/sms/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, pid: 'noskhe-package', 'content-type': 'application/json' },
      body: JSON.stringify({ to, text: kind, key: kind }),
    })
    await sending.then((it) => it.text()).catch(() => null)
    expect((await read<{ messages: { text: string }[] }>(`messages?to=${to}`)).messages[0]).toMatchObject({ text: kind })
  })

  test.each(['delay', 'late', 'hang', 'refuse', 'lose', 'half', 'error', 'busy', 'garbage', 'unknown'])('%s is on the page', async (kind) => {
    expect(await (await fetch(`${sandbox.url}/faults`)).text()).toContain(`<option value="${kind}"`)
  })

  test('strike as often as they are told, then heal', async () => {
    await breakWith({ kind: 'error', times: 2 })
    expect([(await askToken()).status, (await askToken()).status, (await askToken()).status]).toEqual([500, 500, 200])
    expect(await read('faults')).toMatchObject({ faults: [] })
  })

  test('strike only the path they are told', async () => {
    await breakWith({ kind: 'error', path: '/elsewhere' })
    expect((await askToken()).status).toBe(200)
  })

  test('are switched off', async () => {
    await breakWith({ kind: 'error' })
    await control('DELETE', 'faults/ditas')
    expect((await askToken()).status).toBe(200)
  })

  test.each([
    ['an unknown service', 'faults/nobody', { kind: 'error' }, 404],
    ['an unknown kind', 'faults/ditas', { kind: 'explode' }, 400],
  ])('%s is refused', async (_what, path, fault, status) => {
    expect((await control('PUT', path, fault)).status).toBe(status)
  })
})

test('reset forgets everything and seeds again', async () => {
  await askToken()
  await control('PUT', 'faults/sms', { kind: 'error' })
  await control('PUT', 'council/145263/licence', { state: 'revoked', reason: 'آزمایش' })
  const before = await read<{ packs: unknown[] }>('people')
  expect((await control('POST', 'reset')).status).toBe(204)
  expect(await calls()).toEqual([])
  expect(await read('faults')).toMatchObject({ faults: [] })
  expect(await read('people')).toEqual(before)
  expect(await (await fetch(`${sandbox.url}/people`)).text()).not.toContain('آزمایش"')
})

test('what was answered is there after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  const first = await startSandbox({ port: 0, dataFile: join(folder, 'data.sqlite') })
  await askToken(first)
  await control('PUT', 'faults/sms', { kind: 'error' }, first)
  await first.close()
  const second = await startSandbox({ port: 0, dataFile: join(folder, 'data.sqlite') })
  expect(await calls('', second)).toHaveLength(1)
  expect(await read('faults', second)).toMatchObject({ faults: [{ service: 'sms', kind: 'error' }] })
  await second.close()
  rmSync(folder, { recursive: true })
})

test('closing does not wait for a connection that hangs', async () => {
  const own = await startSandbox({ port: 0, dataFile: ':memory:' })
  const socket = createConnection(Number(new URL(own.url).port), '127.0.0.1')
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('connect', resolve))
  await own.close()
})

test('a taken port is told by its error code', async () => {
  const port = Number(new URL(sandbox.url).port)
  await expect(startSandbox({ port, dataFile: ':memory:' })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test.each(['/', '/calls', '/faults', '/people', '/reset'])('the page %s is Persian, from right to left, and says what it is', async (path) => {
  const response = await fetch(sandbox.url + path)
  const text = await response.text()
  expect(response.status).toBe(200)
  expect(text).toContain('<html lang="fa" dir="rtl">')
  expect(text).toContain('محیط آزمایشی')
})

test('what callers send is shown as text, never as markup', async () => {
  await fetch(`${sandbox.url}/siam/posts?<script>`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":"<img src=x>"}' })
  const text = await (await fetch(`${sandbox.url}/calls`)).text()
  expect(text).not.toContain('<img src=x>')
  expect(text).toContain('&lt;img src=x&gt;')
})
