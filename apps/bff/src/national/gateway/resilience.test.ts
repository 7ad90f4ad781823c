import { expect, test } from 'vitest'
import { NationalUnavailable } from './failures.ts'
import { defaultResilience, openGuard } from './resilience.ts'

const broken = () => Promise.reject(new NationalUnavailable('siam', { sent: 'maybe' }))

test('the circuit tells that a service is left alone, and since when', async () => {
  const at = new Date('2026-11-25T08:00:00Z')
  const guard = openGuard({ ...defaultResilience, breakAfter: 1, retryServiceAfterMs: 60_000 }, () => at)
  expect(guard.circuit('siam')).toEqual({ state: 'closed', since: null })
  await guard.run('siam', false, broken).catch(() => null)
  expect(guard.circuit('siam')).toEqual({ state: 'open', since: at })
  await expect(guard.run('siam', false, broken)).rejects.toMatchObject({ why: 'held-back', wasAsked: false, sent: 'no' })
})

test.each(['refused', 'busy', 'held-back'] as const)('a service that answers %s is not dead: its circuit stays closed', async (why) => {
  const guard = openGuard({ ...defaultResilience, breakAfter: 1 })
  await guard.run('siam', false, () => Promise.reject(new NationalUnavailable('siam', { why, retryAfterMs: 0, sent: 'no' }))).catch(() => null)
  expect(guard.circuit('siam').state).toBe('closed')
})

test('another’s failure does not open it either', async () => {
  const guard = openGuard({ ...defaultResilience, breakAfter: 1 })
  await guard.run('siam', true, () => Promise.reject(new NationalUnavailable('ditas', { sent: 'no' }))).catch(() => null)
  expect(guard.circuit('siam').state).toBe('closed')
})

test('a read is not tried again when its time would be up', async () => {
  let tries = 0
  const guard = openGuard()
  await guard.run('siam', true, () => (tries++, broken()), () => 0).catch(() => null)
  expect(tries).toBe(1)
})

test.each([
  ['a broken read, three times', true, 'broken', 3],
  ['a silent read, once', true, 'timed-out', 1],
  ['a refused read, once', true, 'refused', 1],
  ['a broken write, once', false, 'broken', 1],
] as const)('%s', async (_what, isRead, why, expected) => {
  let tries = 0
  const once = () => {
    tries++
    return Promise.reject(new NationalUnavailable('siam', { why, sent: 'maybe' }))
  }
  await openGuard().run('siam', isRead, once).catch(() => null)
  expect(tries).toBe(expected)
})

test('what does not fit beside those under way and waiting is held back', async () => {
  const guard = openGuard({ ...defaultResilience, concurrent: 1, queued: 0 })
  let end = () => {}
  const first = guard.run('siam', false, () => new Promise<void>((resolve) => (end = resolve)))
  await expect(guard.run('siam', false, () => Promise.resolve())).rejects.toMatchObject({ why: 'held-back', sent: 'no' })
  end()
  await first
})
