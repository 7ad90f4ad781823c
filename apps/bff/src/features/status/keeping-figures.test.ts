import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Db, openDb } from '../../db/client.ts'
import { openCallBook } from '../../national/gateway/call-book.ts'
import { noCalls } from '../../national/gateway/figures.ts'
import { count, noLatencies } from '../../national/gateway/latencies.ts'
import { type HourShare, type National, NationalUnavailable, type ServiceStatus } from '../../national/port.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { readServiceReport } from './read-service-report.ts'
import { openKeeper, startKeepingFigures } from './start-keeping-figures.ts'

let database: TestDatabase
let db: Db

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.url)
})
afterEach(async () => void (await db.serviceHour.deleteMany()))
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const siam = { service: 'siam', path: 'siam/posts', correlationId: 'c' }
const down = new NationalUnavailable('siam', { sent: 'maybe' })
const azar = { year: 1405, month: 9 }
const noon = new Date('2026-11-25T08:30:00Z')

/** The book of one process, whose every call happens at `at`. */
function givenProcess(at = noon) {
  const book = openCallBook(undefined, () => at)
  const calls = async (answered: number, failed: number) => {
    for (let done = 0; done < answered; done++) await book.keep(siam, () => Promise.resolve('yes'))
    for (let done = 0; done < failed; done++) await book.keep(siam, () => Promise.reject(down)).catch(() => null)
  }
  return { take: () => book.take(), calls }
}

const connected = [{ service: 'siam', title: 'سیام' }, { service: 'sepas', title: 'سپاس' }]
const national = { status: () => connected as ServiceStatus[] } satisfies Partial<National> as unknown as National
const report = (month = azar) => readServiceReport({ db, national }, month)
const talliesOf = async (month = azar) => (await report(month)).services.map(({ service, answered, broken }) => [service, answered, broken])

test('what is counted again in an hour is added, and what was kept is not counted twice', async () => {
  const { take, calls } = givenProcess()
  const keep = openKeeper({ db, take })
  await calls(2, 1)
  await keep()
  await keep()
  await calls(1, 1)
  await keep()
  expect(await talliesOf()).toEqual([['siam', 3, 2], ['sepas', 0, 0]])
})

test('two processes at once lose nothing of each other’s', async () => {
  const processes = Array.from({ length: 6 }, () => givenProcess())
  for (const it of processes) await it.calls(2, 1)
  await Promise.all(processes.map(({ take }) => openKeeper({ db, take })()))
  expect((await talliesOf())[0]).toEqual(['siam', 12, 6])
})

test('what could not be written is written with the next round', async () => {
  const { take, calls } = givenProcess()
  let isDown = true
  const transaction = (...given: Parameters<Db['$transaction']>) => (isDown ? Promise.reject(new Error('down')) : db.$transaction(...given))
  const keep = openKeeper({ db: { $transaction: transaction } as unknown as Db, take })
  await calls(2, 0)
  await expect(keep()).rejects.toThrow('down')
  isDown = false
  await calls(1, 0)
  await keep()
  expect((await talliesOf())[0]).toEqual(['siam', 3, 0])
})

test('a process that stops keeps what it counted last', async () => {
  const { take, calls } = givenProcess()
  const worker = startKeepingFigures({ db, take, log: pino({ level: 'silent' }) })
  await calls(1, 1)
  await worker.stop()
  expect((await talliesOf())[0]).toEqual(['siam', 1, 1])
})

test('a month begins and ends at Tehran’s midnight', async () => {
  for (const at of ['2026-11-21T20:29:59.999Z', '2026-11-21T20:30:00.000Z', '2026-12-21T20:29:59.999Z', '2026-12-21T20:30:00.000Z']) {
    const { take, calls } = givenProcess(new Date(at))
    await calls(1, 0)
    await openKeeper({ db, take })()
  }
  const months = await Promise.all([8, 9, 10].map((month) => report({ year: 1405, month })))
  expect(months.map((it) => it.services[0]?.answered)).toEqual([1, 2, 1])
  expect(months[1]?.measuredSince).toBe('2026-11-21T20:30:00.000Z')
})

test('times of several hours are those of all their answers', async () => {
  const answersIn = (hour: string, ms: readonly number[]): HourShare => {
    const latencies = noLatencies()
    for (const it of ms) count(latencies, it)
    return { service: 'siam', hour: new Date(hour), tally: { ...noCalls, answered: ms.length }, latencies }
  }
  await openKeeper({ db, take: () => [answersIn('2026-11-25T07:30:00Z', [100, 100, 100]), answersIn('2026-11-25T08:30:00Z', [100, 4_000])] })()
  const [it] = (await report()).services
  const isWithinATwentieth = (ms: number | null | undefined, of: number) => Math.abs((ms ?? 0) / of - 1) <= 0.05
  expect([isWithinATwentieth(it?.medianMs, 100), isWithinATwentieth(it?.p95Ms, 4_000)]).toEqual([true, true])
})

test('a month of which nothing is kept says so, and of what is connected no more the key is told', async () => {
  expect((await report()).measuredSince).toBeNull()
  await openKeeper({ db, take: () => [{ service: 'gone', hour: noon, tally: { ...noCalls, answered: 1 }, latencies: noLatencies() }] })()
  expect((await report()).services.map((it) => [it.title, it.medianMs])).toEqual([['سیام', null], ['سپاس', null], ['gone', null]])
})
