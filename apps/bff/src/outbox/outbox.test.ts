import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Db, openDb } from '../db/client.ts'
import { newId } from '../db/id.ts'
import { inTransaction } from '../db/transaction.ts'
import { NationalUnavailable, NationalUnreadable } from '../national/port.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { enqueue } from './enqueue.ts'
import type { Message } from './message.ts'
import { claimDue, countOf, listFailed, makeDue, receiptBefore } from './store.ts'
import { type Tellers, emptyOutbox, restAfter, startOutbox } from './worker.ts'

let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.url)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

/** Somebody who keeps what is told, each message once, and may be silent or refuse. */
class Receiver {
  readonly kept = new Map<string, string>()
  /** Every telling, in the order of arrival. */
  readonly heard: { id: string; stream: string; place: number }[] = []
  fails: (message: Message) => Error | null = () => null
  refuses: (message: Message) => string | null = () => null
  readonly underWay = new Map<string, number>()
  mostAtOnce = 0

  readonly #tell: Tellers['sepas.bill'] = async (message) => {
    const { id, stream, place } = message
    const atOnce = (this.underWay.get(stream) ?? 0) + 1
    this.underWay.set(stream, atOnce)
    this.mostAtOnce = Math.max(this.mostAtOnce, atOnce)
    this.heard.push({ id, stream, place })
    // Lets every other worker have its turn in between.
    await db.$queryRaw`SELECT 1`
    this.underWay.set(stream, atOnce - 1)
    const failure = this.fails(message)
    if (failure) throw failure
    const reason = this.refuses(message)
    if (reason !== null) return { outcome: 'refused', reason }
    const compositionUid = this.kept.get(id) ?? randomUUID()
    this.kept.set(id, compositionUid)
    return { outcome: 'kept', receipt: { compositionUid, patientUid: 'p' } }
  }

  readonly tellers: Tellers = { 'sepas.prescription': this.#tell, 'sepas.referral': this.#tell, 'sepas.dispensing': this.#tell, 'sepas.bill': this.#tell, 'supplementary.claim': this.#tell, 'ttac.sale': this.#tell }
  placesOf = (stream: string): number[] => this.heard.filter((it) => it.stream === stream).map((it) => it.place)
}

const silence = new NationalUnavailable('sepas', { sent: 'maybe' })
const log = pino({ level: 'silent' })
const centreId = 'SIAM-1100271'
let receiver: Receiver
let clock: Date
beforeEach(async () => {
  await db.outboxMessage.deleteMany()
  receiver = new Receiver()
  clock = new Date('2026-11-25T09:00:00.000Z')
})

const resources = { get db() { return db }, now: () => clock, log }
const pass = (seconds: number) => void (clock = new Date(clock.getTime() + seconds * 1_000))
const round = () => emptyOutbox(resources, receiver.tellers)
const put = (stream: string, at = centreId) =>
  inTransaction(db, (tx) => enqueue(tx, { centreId: at, kind: 'sepas.bill', stream, subjectId: newId(), at: clock }))
const rows = () => db.outboxMessage.findMany({ orderBy: [{ stream: 'asc' }, { place: 'asc' }] })
const only = async () => {
  const [row] = await rows()
  if (!row) throw new Error('The outbox is empty')
  return row
}

describe('what is enqueued', () => {
  test('is told after the commit, and its receipt is kept', async () => {
    await put('salamat/10000')
    await round()
    const row = await only()
    expect(row).toMatchObject({ state: 'delivered', attempts: 1, deliveredAt: clock, receipt: { compositionUid: receiver.kept.get(row.id), patientUid: 'p' } })
    const [event] = await db.auditEvent.findMany({ where: { subject: row.subjectId } })
    expect(event).toMatchObject({ action: 'outbox.delivered', personId: null, detail: { kind: 'sepas.bill', message: row.id } })
  })

  test('in a transaction that came to nothing is never told', async () => {
    const broken = inTransaction(db, async (tx) => {
      await enqueue(tx, { centreId, kind: 'sepas.bill', stream: 'salamat/10000', subjectId: newId(), at: clock })
      throw new Error('after all not')
    })
    await expect(broken).rejects.toThrow('after all not')
    await round()
    expect(receiver.heard).toEqual([])
  })

  test('by many at once has a place each, and no transaction fails for it', async () => {
    await Promise.all(Array.from({ length: 8 }, () => put('salamat/10000')))
    expect((await rows()).map((it) => it.place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})

describe('order', () => {
  test('nobody is overtaken: what follows a silent message waits, other prescriptions do not', async () => {
    for (const stream of ['salamat/1', 'salamat/1', 'tamin/2']) await put(stream)
    receiver.fails = ({ stream }) => (stream === 'salamat/1' ? silence : null)
    await round()
    await round()
    expect(receiver.placesOf('salamat/1')).toEqual([1])
    expect(receiver.placesOf('tamin/2')).toEqual([1])
    receiver.fails = () => null
    pass(30)
    await round()
    await round()
    expect(receiver.placesOf('salamat/1')).toEqual([1, 1, 2])
  })

  test('four workers that race tell each message once, one of a prescription at a time, and in order', async () => {
    const streams = ['a', 'b', 'c', 'd', 'e', 'f']
    for (let place = 1; place <= 5; place += 1) for (const stream of streams) await put(stream)
    for (let turn = 0; turn < 6; turn += 1) await Promise.all(Array.from({ length: 4 }, round))
    for (const stream of streams) expect(receiver.placesOf(stream)).toEqual([1, 2, 3, 4, 5])
    expect(receiver.mostAtOnce).toBe(1)
    expect(await countOf(db, centreId)).toEqual({ waiting: 0, delivered: 30, parked: 0 })
  })

  test('the same code at another centre is another prescription’s affair', async () => {
    await put('salamat/1', 'SIAM-A')
    await put('salamat/1', 'SIAM-B')
    receiver.fails = (message) => (message.centreId === 'SIAM-A' ? silence : null)
    await round()
    expect(await countOf(db, 'SIAM-B')).toMatchObject({ delivered: 1 })
  })

  test('a later message is told which receipt the one before it had', async () => {
    await put('salamat/1')
    await round()
    await put('salamat/1')
    const [first] = await rows()
    const [second] = await claimDue(db, { now: clock, returnsAt: clock, limit: 1 })
    expect(second && (await receiptBefore(db, second))).toEqual(first?.receipt)
  })
})

describe('a worker that dies', () => {
  /** What `kill -9` leaves: taken and told, and nothing written down. */
  async function dieAfterTelling(): Promise<void> {
    const [message] = await claimDue(db, { now: clock, returnsAt: new Date(clock.getTime() + 30_000), limit: 1 })
    if (message) await receiver.tellers[message.kind](message)
  }

  test('between telling and writing down leaves a message that is told again, under its name: the receiver keeps one', async () => {
    await put('salamat/1')
    await dieAfterTelling()
    await round()
    expect(receiver.heard).toHaveLength(1)
    pass(31)
    await round()
    const [first, second] = receiver.heard
    expect(second?.id).toBe(first?.id)
    expect(receiver.kept.size).toBe(1)
    expect(await only()).toMatchObject({ state: 'delivered', attempts: 2 })
  })

  test('and comes back late cannot say that it failed what another has delivered meanwhile', async () => {
    await put('salamat/1')
    let wake = () => {}
    const asleep = new Promise<void>((resolve) => (wake = resolve))
    const late = emptyOutbox(resources, { ...receiver.tellers, 'sepas.bill': () => asleep.then(() => Promise.reject(silence)) })
    await expect.poll(async () => (await only()).attempts).toBe(1)
    pass(31)
    await round()
    wake()
    await late
    expect(await only()).toMatchObject({ state: 'delivered', failure: null })
  })

  test('asked to stop, it ends what is under way first', async () => {
    await put('salamat/1')
    const worker = startOutbox(resources, receiver.tellers)
    await expect.poll(() => receiver.heard.length).toBe(1)
    await worker.stop()
    expect(await only()).toMatchObject({ state: 'delivered' })
  })
})

describe('what fails', () => {
  test('for silence is tried for ever, ever more seldom, and never parked', async () => {
    await put('salamat/1')
    receiver.fails = () => silence
    const rests: number[] = []
    for (let tried = 0; tried < 12; tried += 1) {
      await round()
      const { dueAt } = await only()
      rests.push((dueAt.getTime() - clock.getTime()) / 1_000)
      clock = dueAt
    }
    expect(rests[0]).toBeLessThanOrEqual(1)
    expect(rests[3]).toBeGreaterThanOrEqual(4)
    for (const rest of rests.slice(-3)) expect([rest >= 15, rest <= 30]).toEqual([true, true])
    expect(await only()).toMatchObject({ state: 'waiting', attempts: 12, failure: 'silent' })
  })

  test('says whether nothing was heard, nothing was understood, or something of ours broke', async () => {
    const failures: Record<string, Error> = { a: silence, b: new NationalUnreadable('sepas', { sent: 'maybe' }), c: new TypeError('ours') }
    for (const stream of Object.keys(failures)) await put(stream)
    receiver.fails = ({ stream }) => failures[stream] ?? null
    await round()
    expect((await rows()).map((it) => it.failure)).toEqual(['silent', 'unreadable', 'error'])
  })

  test('for a refusal is parked with its reason, holds back what follows it, and goes on when it is sent again', async () => {
    await put('salamat/1')
    await put('salamat/1')
    receiver.refuses = () => 'malformed: a field is missing'
    for (let turn = 0; turn < 3; turn += 1) {
      await round()
      pass(60)
    }
    expect(receiver.placesOf('salamat/1')).toEqual([1])
    const [parked] = await listFailed(db, centreId, 10)
    expect(parked).toMatchObject({ state: 'parked', failure: 'malformed: a field is missing', attempts: 1 })
    expect(await countOf(db, centreId)).toEqual({ waiting: 1, delivered: 0, parked: 1 })

    receiver.refuses = () => null
    await inTransaction(db, (tx) => makeDue(tx, { centreId, id: parked?.id ?? '' }, clock))
    await round()
    await round()
    expect(await countOf(db, centreId)).toEqual({ waiting: 0, delivered: 2, parked: 0 })
  })

  test('of another centre is not made due', async () => {
    await put('salamat/1')
    const { id } = await only()
    expect(await inTransaction(db, (tx) => makeDue(tx, { centreId: 'SIAM-ELSEWHERE', id }, clock))).toBeNull()
  })

  test('together does not come back together', () => {
    expect([restAfter(1, 0), restAfter(1, 1), restAfter(4, 0), restAfter(4, 1), restAfter(400, 1)]).toEqual([500, 1_000, 4_000, 8_000, 30_000])
  })
})

test('within a minute of healing the outbox is empty, however long the receiver was away (I6)', async () => {
  for (let stream = 0; stream < 30; stream += 1) for (let place = 0; place < 2; place += 1) await put(`salamat/${stream}`)
  receiver.fails = () => silence
  for (let second = 0; second < 300; second += 5) {
    await round()
    pass(5)
  }
  expect(await countOf(db, centreId)).toEqual({ waiting: 60, delivered: 0, parked: 0 })
  receiver.fails = () => null
  for (let second = 0; second < 60; second += 1) {
    await round()
    pass(1)
  }
  expect(await countOf(db, centreId)).toEqual({ waiting: 0, delivered: 60, parked: 0 })
  expect(receiver.kept.size).toBe(60)
})
