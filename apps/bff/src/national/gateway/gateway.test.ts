import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { PostsReply } from '@noskhe/national-wire/siam'
import { SmsReply } from '@noskhe/national-wire/sms'
import { thisSoftware } from '../software.ts'
import { accountAt, givenSandbox } from '../testing/sandbox.ts'
import { defaultResilience } from './resilience.ts'
import { openGateway } from './gateway.ts'
import type { Gateway } from './gateway.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let clock = new Date('2026-11-25T08:00:00Z')
beforeAll(async () => void (sandbox = await givenSandbox(() => clock)))
afterAll(() => sandbox.close())
beforeEach(() => sandbox.calm())

const nationalCode = '0041827368'
const read = (gateway: Gateway) =>
  gateway.post('siam/posts', { service: 'siam', isRead: true, reply: PostsReply, body: { nationalCode } })
const mobile = '09121450271'
/** Told without our own name for it, so that every one that arrives is kept. */
const write = (gateway: Gateway) =>
  gateway.post('sms/messages', { service: 'sms', reply: SmsReply, body: { to: mobile, text: 'پیام آزمایشی', key: randomUUID() } })

describe('the token', () => {
  test('concurrent callers share one', async () => {
    const gateway = sandbox.gateway()
    await Promise.all([read(gateway), read(gateway), read(gateway), read(gateway)])
    expect(await sandbox.received('ditas')).toHaveLength(1)
  })

  test('is renewed before the gateway begins to refuse it', async () => {
    const gateway = sandbox.gateway()
    await read(gateway)
    clock = new Date(clock.getTime() + 19.5 * 60_000)
    await read(gateway)
    expect(await sandbox.received('ditas')).toHaveLength(2)
    expect((await sandbox.received('siam')).map((it) => it.status)).toEqual([200, 200])
  })

  test('is renewed while the old one still serves, so that nobody waits for the next', async () => {
    const gateway = sandbox.gateway()
    await read(gateway)
    clock = new Date(clock.getTime() + 16 * 60_000)
    await sandbox.control('PUT', 'faults/ditas', { kind: 'hang' })
    await expect(read(gateway)).resolves.toMatchObject({ isSuccess: true })
    await expect.poll(() => sandbox.received('ditas'), { timeout: 30_000 }).toMatchObject([{ fault: 'hang' }, { status: 200 }])
  })

  test('of a kind that we do not know is not used as if it were a bearer’s (RFC 6749 §7.1)', async () => {
    await sandbox.control('PUT', 'faults/ditas', { kind: 'unknown' })
    await expect(read(sandbox.gateway())).rejects.toMatchObject({ name: 'NationalUnreadable', service: 'ditas', sent: 'no' })
    expect(await sandbox.received('siam')).toEqual([])
  })

  test('that does not come holds no call beyond its deadline, and none of it was sent', async () => {
    await sandbox.control('PUT', 'faults/ditas', { kind: 'hang' })
    await expect(write(sandbox.gateway({ deadlineMs: 150 }))).rejects.toMatchObject({ service: 'ditas', timedOut: true, sent: 'no' })
  })

  test('is replaced once when the gateway refuses it, even for a write', async () => {
    const gateway = sandbox.gateway()
    await read(gateway)
    await sandbox.control('POST', 'reset')
    await expect(write(gateway)).resolves.toMatchObject({ isSuccess: true })
    expect((await sandbox.received('sms')).map((it) => it.status)).toEqual([200, 401])
  })

  test.each([{ password: 'wrong' }, { clientSecret: 'wrong' }, { pid: 'another-package' }])('with %o nothing is sent on', async (wrong) => {
    await expect(read(sandbox.gateway(wrong))).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'no' })
  })
})

describe('what is tried again', () => {
  test('a read whose connection broke', async () => {
    await sandbox.control('PUT', 'faults/siam', { kind: 'refuse', times: 1 })
    await expect(read(sandbox.gateway())).resolves.toMatchObject({ isSuccess: true })
    expect((await sandbox.received('siam')).map((it) => it.status)).toEqual([200, null])
  })

  test('never a write, which may have happened', async () => {
    await sandbox.control('PUT', 'faults/sms', { kind: 'error' })
    await expect(write(sandbox.gateway())).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    expect(await sandbox.received('sms')).toHaveLength(1)
  })
})

describe('a service that is busy', () => {
  const busy = (fault: object) => sandbox.control('PUT', 'faults/siam', { kind: 'busy', ...fault })

  test('is asked again at the time it named, where that is soon enough', async () => {
    await busy({ ms: 1_000, times: 1 })
    await expect(read(sandbox.gateway({ deadlineMs: 30_000 }))).resolves.toMatchObject({ isSuccess: true })
    expect((await sandbox.received('siam')).map((it) => it.status)).toEqual([200, 429])
  })

  test('is not asked again where its time is after the deadline', async () => {
    await busy({ ms: 60_000 })
    await expect(read(sandbox.gateway())).rejects.toMatchObject({ why: 'busy', retryAfterMs: 60_000, sent: 'no' })
    expect(await sandbox.received('siam')).toHaveLength(1)
  })

  test('is left alone by everybody until then', async () => {
    await busy({ ms: 60_000 })
    const gateway = sandbox.gateway()
    await read(gateway).catch(() => null)
    await expect(read(gateway)).rejects.toMatchObject({ why: 'busy', sent: 'no', wasAsked: false })
    expect(await sandbox.received('siam')).toHaveLength(1)
  })

  test('has not begun a write', async () => {
    await sandbox.control('PUT', 'faults/sms', { kind: 'busy', ms: 60_000 })
    await expect(write(sandbox.gateway())).rejects.toMatchObject({ why: 'busy', sent: 'no' })
  })
})

describe('what a caller may conclude', () => {
  test('a write whose answer is lost may have happened, and here it has', async () => {
    const gateway = sandbox.gateway()
    const before = (await sandbox.messagesTo(mobile)).length
    await sandbox.control('PUT', 'faults/sms', { kind: 'lose' })
    await expect(write(gateway)).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe', timedOut: false })
    expect((await sandbox.messagesTo(mobile)).length).toBe(before + 1)
  })

  test('half an answer is none, and the write may have happened', async () => {
    const gateway = sandbox.gateway()
    const before = (await sandbox.messagesTo(mobile)).length
    await sandbox.control('PUT', 'faults/sms', { kind: 'half' })
    await expect(write(gateway)).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    expect((await sandbox.messagesTo(mobile)).length).toBe(before + 1)
  })

  test('a silent service is given up at the deadline', async () => {
    await sandbox.control('PUT', 'faults/siam', { kind: 'hang' })
    await expect(read(sandbox.gateway({ deadlineMs: 150 }))).rejects.toMatchObject({ name: 'NationalUnavailable', timedOut: true, sent: 'maybe' })
  })

  test('an answer in no known format is unreadable, not a refusal', async () => {
    await sandbox.control('PUT', 'faults/siam', { kind: 'garbage' })
    await expect(read(sandbox.gateway())).rejects.toMatchObject({ name: 'NationalUnreadable', service: 'siam' })
  })

  test('JSON of another shape is unreadable too', async () => {
    const call = sandbox.gateway().get('siam/centres/SIAM-1100271', { service: 'siam', reply: z.object({ other: z.string() }) })
    await expect(call).rejects.toMatchObject({ name: 'NationalUnreadable' })
  })

  test('nothing reached a gateway that is not there', async () => {
    await expect(write(openGateway(accountAt('http://127.0.0.1:9')))).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'no' })
  })
})

describe('a service that keeps failing', () => {
  const resilience = { ...defaultResilience, breakAfter: 2, retryServiceAfterMs: 30 }
  const write3 = async (gateway: Gateway) => {
    for (let i = 0; i < 3; i++) await write(gateway).catch(() => null)
  }

  test('is left alone, while the others are still called', async () => {
    await sandbox.control('PUT', 'faults/sms', { kind: 'error' })
    const gateway = sandbox.gateway({ resilience: { ...resilience, retryServiceAfterMs: 60_000 } })
    await write3(gateway)
    await expect(write(gateway)).rejects.toMatchObject({ sent: 'no' })
    expect(await sandbox.received('sms')).toHaveLength(2)
    await expect(read(gateway)).resolves.toMatchObject({ isSuccess: true })
  })

  test('is called again after a while', async () => {
    await sandbox.control('PUT', 'faults/sms', { kind: 'error', times: 2 })
    const gateway = sandbox.gateway({ resilience })
    await write3(gateway)
    await vi.waitFor(() => expect(write(gateway)).resolves.toMatchObject({ waitTime: 0 }))
  })
})

describe('the record of calls', () => {
  test('names service and duration, and no patient', async () => {
    const lines: object[] = []
    const keep = (entry: object) => void lines.push(entry)
    await read(sandbox.gateway({ log: { info: keep, warn: keep } }))
    expect(lines).toMatchObject([{ service: 'ditas', path: 'oauth/token' }, { service: 'siam', path: 'siam/posts' }])
    expect(JSON.stringify(lines)).not.toContain(nationalCode)
  })

  test('shares its correlation id with the service, which also learns what software calls', async () => {
    const lines: { correlationId?: string }[] = []
    await read(sandbox.gateway({ log: { info: (entry) => void lines.push(entry), warn: () => {} } }))
    const [call] = await sandbox.received('siam')
    expect(call).toMatchObject({ software: `${thisSoftware.id} ${thisSoftware.version}`, correlationId: lines[1]?.correlationId })
  })

  test('tells the status page how each service answered last', async () => {
    const gateway = sandbox.gateway()
    await read(gateway)
    await sandbox.control('PUT', 'faults/sms', { kind: 'error' })
    await write(gateway).catch(() => null)
    expect(gateway.status().filter((it) => it.service !== 'ditas')).toMatchObject([
      { service: 'siam', state: 'answering', lastAnsweredAt: clock.toISOString(), lastFailedAt: null },
      { service: 'sms', state: 'failing', lastAnsweredAt: null, lastFailedAt: clock.toISOString() },
    ])
  })
})
