import { type AuditEntry, hashOf } from '@noskhe/evidence/audit-event'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Db, openDb } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { append, headsOf } from './store.ts'
import { type ChainReport, verifyChain, verifyChains } from './verify-chain.ts'

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

const at = new Date('2026-11-25T09:00:00.123Z')
const entry = (centreId: string, number: number): AuditEntry => ({
  centreId, at, personId: '019ac5e0-0000-7000-8000-000000000001', action: 'prescription.signed', subject: `p-${number}`,
  detail: { version: number, by: 'passkey', isFirst: number === 1, نشانی: null },
})

let centres = 0
/** A centre with so many events, each written as the product writes them. */
async function chainOf(events: number): Promise<string> {
  const centreId = `SIAM-${(centres += 1)}`
  for (let number = 1; number <= events; number += 1) await inTransaction(db, (tx) => append(tx, entry(centreId, number)))
  return centreId
}

async function verify(centreId: string): Promise<ChainReport> {
  const [head] = await headsOf(db, centreId)
  return verifyChain(db, centreId, head ?? { seq: 0n, hash: '' })
}

async function verifyAll(): Promise<Map<string, ChainReport>> {
  const reports = new Map<string, ChainReport>()
  for await (const report of verifyChains(db)) reports.set(report.centreId, report)
  return reports
}

/** What somebody with the keys of the database may do. */
async function tamper(work: () => Promise<unknown>): Promise<void> {
  await db.$executeRaw`ALTER TABLE audit_events DISABLE TRIGGER audit_events_insert_only`
  await work()
  await db.$executeRaw`ALTER TABLE audit_events ENABLE TRIGGER audit_events_insert_only`
}

const here = (centreId: string, seq: bigint) => ({ centreId_seq: { centreId, seq } })

test('a chain as it was written is sound to its end', async () => {
  const centreId = await chainOf(3)
  expect(await verify(centreId)).toEqual({ centreId, sound: 3n, broken: null })
})

test.each<[string, Partial<Omit<AuditEntry, 'centreId'>>]>([
  ['the act', { action: 'prescription.discarded' }],
  ['the subject', { subject: null }],
  ['the person', { personId: '019ac5e0-0000-7000-8000-000000000002' }],
  ['the instant', { at: new Date(at.getTime() + 1) }],
  ['a detail', { detail: { version: 2, by: 'passkey', isFirst: true, نشانی: null } }],
])('%s of an event that was changed is found, at that event', async (_what, change) => {
  const centreId = await chainOf(4)
  await tamper(() => db.auditEvent.update({ where: here(centreId, 2n), data: change }))
  expect(await verify(centreId)).toEqual({ centreId, sound: 1n, broken: { seq: 2n, fault: 'altered' } })
})

test('an event that was changed and hashed anew no longer holds the next one', async () => {
  const centreId = await chainOf(4)
  const forged = { ...entry(centreId, 2), action: 'prescription.discarded' }
  const { previous } = await db.auditEvent.findUniqueOrThrow({ where: here(centreId, 2n) })
  await tamper(() => db.auditEvent.update({ where: here(centreId, 2n), data: { action: forged.action, hash: hashOf(previous, 2n, forged) } }))
  expect(await verify(centreId)).toMatchObject({ sound: 2n, broken: { seq: 3n, fault: 'unlinked' } })
})

test('a chain that was computed anew to its end does not end as it did', async () => {
  const centreId = await chainOf(2)
  const forged = { ...entry(centreId, 2), action: 'prescription.discarded' }
  const { previous } = await db.auditEvent.findUniqueOrThrow({ where: here(centreId, 2n) })
  await tamper(() => db.auditEvent.update({ where: here(centreId, 2n), data: { action: forged.action, hash: hashOf(previous, 2n, forged) } }))
  expect(await verify(centreId)).toMatchObject({ sound: 1n, broken: { seq: 2n, fault: 'altered' } })
})

test.each([
  ['at the beginning', 1n],
  ['in the middle', 2n],
  ['at the end', 4n],
])('an event that was removed %s is missed', async (_where, seq) => {
  const centreId = await chainOf(4)
  await tamper(() => db.auditEvent.delete({ where: here(centreId, seq) }))
  expect(await verify(centreId)).toEqual({ centreId, sound: seq - 1n, broken: { seq, fault: 'missing' } })
})

test('a head that was turned back is found, so that no event can be put in place of those behind it', async () => {
  const centreId = await chainOf(3)
  const { hash } = await db.auditEvent.findUniqueOrThrow({ where: here(centreId, 2n) })
  await db.auditHead.update({ where: { centreId }, data: { seq: 2n, hash } })
  expect(await verify(centreId)).toMatchObject({ broken: { seq: 3n, fault: 'beyond-head' } })
})

test('events without a head are a broken chain of their own', async () => {
  const centreId = await chainOf(2)
  await db.auditHead.delete({ where: { centreId } })
  expect((await verifyAll()).get(centreId)).toMatchObject({ broken: { seq: 1n, fault: 'beyond-head' } })
})

test('what is written while the chain is being verified is no fault', async () => {
  const centreId = await chainOf(2)
  const [head] = await headsOf(db, centreId)
  await inTransaction(db, (tx) => append(tx, entry(centreId, 3)))
  expect(await verifyChain(db, centreId, head ?? { seq: 0n, hash: '' })).toEqual({ centreId, sound: 3n, broken: null })
})

test('every centre is verified, and one that is broken does not hide behind the others', async () => {
  const [sound, broken] = [await chainOf(2), await chainOf(2)]
  await tamper(() => db.auditEvent.update({ where: here(broken, 1n), data: { subject: null } }))
  const reports = await verifyAll()
  expect([reports.get(sound)?.broken, reports.get(broken)?.broken?.seq]).toEqual([null, 1n])
})

test('sixteen who write at once make one chain', async () => {
  const centreId = await chainOf(0)
  await Promise.all(Array.from({ length: 16 }, (_, number) => inTransaction(db, (tx) => append(tx, entry(centreId, number)))))
  expect(await verify(centreId)).toEqual({ centreId, sound: 16n, broken: null })
})

test.each([
  ['change', () => db.auditEvent.updateMany({ data: { action: 'x' } })],
  ['remove', () => db.auditEvent.deleteMany()],
  ['empty', () => db.$executeRaw`TRUNCATE audit_events`],
])('the database itself refuses to %s events', async (_what, work) => {
  await chainOf(1)
  const before = await db.auditEvent.count()
  await expect(work()).rejects.toThrow(/insert-only/)
  expect(await db.auditEvent.count()).toBe(before)
})
