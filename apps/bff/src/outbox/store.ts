import type { Db, Tx } from '../db/client.ts'
import type { Kind, Message, Receipt, State } from './message.ts'

type NewMessage = Pick<Message, 'centreId' | 'id' | 'kind' | 'stream' | 'subjectId' | 'version'> & { at: Date }

/**
 * Adds a message at the end of its stream. Of two who add to one stream at once the second waits for the first's commit and
 * takes the place behind it: places are in the order of commits, and neither's transaction fails for the other's.
 */
export async function add(tx: Tx, it: NewMessage): Promise<void> {
  for (;;) {
    const added = await tx.$executeRaw`
      INSERT INTO outbox_messages (centre_id, id, kind, stream, place, subject_id, version, state, enqueued_at, due_at)
      SELECT ${it.centreId}, ${it.id}::uuid, ${it.kind}, ${it.stream}, COALESCE(MAX(place), 0) + 1, ${it.subjectId}::uuid, ${it.version}::integer,
        'waiting', ${it.at}, ${it.at}
      FROM outbox_messages WHERE centre_id = ${it.centreId} AND stream = ${it.stream}
      ON CONFLICT (centre_id, stream, place) DO NOTHING`
    if (added === 1) return
  }
}

/**
 * Takes messages that are due, of any centre, and moves them on to `returnsAt`: if the taker dies, they come back then. Only
 * the first undelivered message of a stream can be taken, so that nobody overtakes one that waits, is under way or is parked.
 */
export const claimDue = (db: Db, { now, returnsAt, limit }: { now: Date; returnsAt: Date; limit: number }): Promise<Message[]> =>
  db.$queryRaw<Message[]>`
    UPDATE outbox_messages AS it SET attempts = it.attempts + 1, due_at = ${returnsAt}
    FROM (
      SELECT centre_id, id FROM outbox_messages AS head
      WHERE state = 'waiting' AND due_at <= ${now}
        AND NOT EXISTS (
          SELECT 1 FROM outbox_messages AS before
          WHERE before.centre_id = head.centre_id AND before.stream = head.stream AND before.place < head.place AND before.state <> 'delivered')
      ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) AS due
    WHERE it.centre_id = due.centre_id AND it.id = due.id
    RETURNING it.centre_id AS "centreId", it.id, it.kind, it.stream, it.place, it.subject_id AS "subjectId", it.version, it.attempts,
      it.enqueued_at AS "enqueuedAt"`

const undelivered: readonly State[] = ['waiting', 'parked']

/** False where somebody has marked it before. A receipt is true whoever brings it, however late. */
export async function markDelivered(tx: Tx, { centreId, id }: Message, receipt: Receipt, at: Date): Promise<boolean> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { centreId, id, state: { in: [...undelivered] } },
    data: { state: 'delivered' satisfies State, receipt: { ...receipt }, deliveredAt: at, failure: null },
  })
  return count === 1
}

/** Nobody has tried it since: only then may a failure be said of it. */
const lastTriedBy = ({ centreId, id, attempts }: Message) => ({ centreId, id, attempts, state: 'waiting' satisfies State })

export async function putBack(db: Db, message: Message, { failure, dueAt }: { failure: string; dueAt: Date }): Promise<void> {
  await db.outboxMessage.updateMany({ where: lastTriedBy(message), data: { failure, dueAt } })
}

export async function park(tx: Tx, message: Message, failure: string): Promise<boolean> {
  const { count } = await tx.outboxMessage.updateMany({ where: lastTriedBy(message), data: { failure, state: 'parked' satisfies State } })
  return count === 1
}

/** The receipt of what was last delivered of this kind in the stream before this message; null where it is the first. */
export async function receiptBefore(db: Db, { centreId, stream, kind, place }: Message): Promise<Receipt | null> {
  const row = await db.outboxMessage.findFirst({
    where: { centreId, stream, kind, place: { lt: place }, state: 'delivered' satisfies State },
    orderBy: { place: 'desc' },
    select: { receipt: true },
  })
  // Written by `markDelivered` alone, so that it is read back as what it was.
  return (row?.receipt ?? null) as Receipt | null
}

/** How a centre's outbox stands. */
export async function countOf(db: Db, centreId: string): Promise<Record<State, number>> {
  const rows = await db.outboxMessage.groupBy({ by: ['state'], where: { centreId }, _count: { id: true } })
  const of = (state: State) => rows.find((row) => row.state === state)?._count.id ?? 0
  return { waiting: of('waiting'), delivered: of('delivered'), parked: of('parked') }
}

/** A message that did not get through, as it is told to who looks after it. */
export interface Undelivered extends Pick<Message, 'id' | 'kind' | 'attempts' | 'enqueuedAt'> {
  state: Exclude<State, 'delivered'>
  failure: string | null
}

/** Messages of a centre that failed at least once, parked ones first, then the oldest. */
export async function listFailed(db: Db, centreId: string, limit: number): Promise<Undelivered[]> {
  const rows = await db.outboxMessage.findMany({
    where: { centreId, state: { in: [...undelivered] }, failure: { not: null } },
    orderBy: [{ state: 'asc' }, { enqueuedAt: 'asc' }],
    take: limit,
  })
  return rows.map(({ id, kind, state, attempts, failure, enqueuedAt }) => ({
    id, kind: kind as Kind, state: state as Undelivered['state'], attempts, failure, enqueuedAt,
  }))
}

/** A message, whatever became of it, for who shows it as the thing that it tells of. */
export interface Kept extends Pick<Message, 'id' | 'subjectId'> {
  state: State
  failure: string | null
  receipt: Receipt | null
}

/** Messages of a kind, newest first. Ids are made by time (UUIDv7), so that they order and page the list. */
export async function listOfKind(
  db: Db,
  { centreId, kind, before, limit }: { centreId: string; kind: Kind; before: string | undefined; limit: number },
): Promise<Kept[]> {
  const rows = await db.outboxMessage.findMany({
    where: { centreId, kind, ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: limit,
    select: kept,
  })
  return rows.map(toKept)
}

export async function findOfKind(db: Db, { centreId, kind, id }: { centreId: string; kind: Kind; id: string }): Promise<Kept | null> {
  const row = await db.outboxMessage.findUnique({ where: { centreId_id: { centreId, id }, kind }, select: kept })
  return row && toKept(row)
}

const kept = { id: true, subjectId: true, state: true, failure: true, receipt: true } as const
// Columns are written by this file alone, so that they are read back as what they were.
const toKept = (row: { id: string; subjectId: string; state: string; failure: string | null; receipt: unknown }): Kept => ({
  ...row, state: row.state as State, receipt: row.receipt as Receipt | null,
})

/** Makes a message due at once, parked or waiting; answers it, or null where the centre has no such undelivered one. */
export async function makeDue(tx: Tx, key: { centreId: string; id: string }, at: Date): Promise<{ subjectId: string; kind: string } | null> {
  const [row] = await tx.outboxMessage.updateManyAndReturn({
    where: { ...key, state: { in: [...undelivered] } },
    data: { state: 'waiting' satisfies State, dueAt: at },
    select: { subjectId: true, kind: true },
  })
  return row ?? null
}
