import { expect, test } from 'vitest'
import { openCallBook } from './call-book.ts'
import { NationalUnavailable, NationalUnreadable } from './failures.ts'
import { failuresIn } from './figures.ts'

const MINUTE = 60_000
const start = Date.parse('2026-11-25T08:00:30Z')
const call = { service: 'siam', path: 'siam/posts', correlationId: 'c' }

function givenBook() {
  const clock = { at: new Date(start) }
  const book = openCallBook(undefined, () => clock.at)
  const after = (minutes: number) => (clock.at = new Date(start + minutes * MINUTE))
  const fails = (error: Error) => book.keep(call, () => Promise.reject(error)).catch(() => null)
  const answers = () => book.keep(call, () => Promise.resolve('yes'))
  const siam = () => {
    const page = book.status().find((it) => it.service === 'siam')
    if (page === undefined) throw new Error('Nothing is known of it')
    return page
  }
  return { book, after, fails, answers, siam }
}

const down = new NationalUnavailable('siam', { sent: 'maybe' })

test('every ending is counted by its kind', async () => {
  const { fails, answers, siam } = givenBook()
  await answers()
  for (const why of ['timed-out', 'broken', 'busy', 'refused'] as const) await fails(new NationalUnavailable('siam', { why, sent: 'no' }))
  await fails(new NationalUnreadable('siam', { sent: 'no' }))
  expect(siam().hour).toMatchObject({ answered: 1, timedOut: 1, broken: 1, busy: 1, refused: 1, unreadable: 1, heldBack: 0 })
  expect(failuresIn(siam().hour)).toBe(5)
})

test.each([
  ['was held back', new NationalUnavailable('siam', { why: 'held-back', wasAsked: false, sent: 'no' })],
  ['got no token from the gateway', new NationalUnavailable('ditas', { sent: 'no' })],
])('a call that %s says nothing of the service', async (_what, error) => {
  const { fails, answers, siam } = givenBook()
  await answers()
  await fails(error)
  expect(siam()).toMatchObject({ state: 'answering', lastFailedAt: null, hour: { heldBack: 1 } })
  expect(failuresIn(siam().hour)).toBe(0)
})

test('a bug of ours is not the service’s', async () => {
  const { book, fails } = givenBook()
  await fails(new TypeError('ours'))
  expect(book.status()).toEqual([])
})

test('the state is kept since its first call, not its last', async () => {
  const { after, fails, answers, siam } = givenBook()
  await answers()
  after(2)
  await fails(down)
  after(9)
  await fails(down)
  expect(siam()).toMatchObject({ state: 'failing', since: '2026-11-25T08:02:30.000Z', lastFailedAt: '2026-11-25T08:09:30.000Z', lastFailedAs: 'broken' })
})

test('the hour moves on: what is older is not counted', async () => {
  const { after, fails, answers, siam } = givenBook()
  await fails(down)
  after(59)
  await answers()
  expect(siam().hour).toMatchObject({ answered: 1, broken: 1 })
  after(60)
  expect(siam().hour).toMatchObject({ answered: 1, broken: 0 })
})

test('its twelve parts run from the oldest to now, and tell silence from a wrong answer', async () => {
  const { after, fails, answers, siam } = givenBook()
  await fails(down)
  await fails(new NationalUnreadable('siam', { sent: 'maybe' }))
  after(59)
  await answers()
  const { parts } = siam().hour
  expect(parts).toHaveLength(12)
  expect([parts[0], parts[11]]).toEqual([{ answered: 0, erring: 1, silent: 1 }, { answered: 1, erring: 0, silent: 0 }])
})

test('what is taken to be kept is taken once, by the hour of Tehran’s clock it happened in', async () => {
  const { book, after, fails, answers } = givenBook()
  await answers()
  after(60)
  await fails(down)
  const taken = book.take()
  expect(taken.map(({ service, hour }) => [service, hour.toISOString()])).toEqual([
    ['siam', '2026-11-25T07:30:00.000Z'], ['siam', '2026-11-25T08:30:00.000Z'],
  ])
  expect(taken.map(({ tally }) => [tally.answered, tally.broken])).toEqual([[1, 0], [0, 1]])
  expect(book.take()).toEqual([])
})
