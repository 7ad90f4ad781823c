import type { HidOfVisit, HidState, InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { Db, Tx } from '../../../db/client.ts'
import type { EliminationReason, HeldHid } from '../../../national/eligibility/port.ts'

/** What becomes of a HID at our centre; `reserved` is nobody's yet. */
export type KeptState = HidState | 'reserved'

/** What the service is still to be told or asked of a HID. */
export type Task = 'confirm' | 'verify' | 'eliminate'

export interface KeptHid extends HeldHid {
  centreId: string
  insurer: InsurerCode
  state: KeptState
  reason: string | null
}

export interface DueHid extends KeptHid {
  task: Task
}

/** How long a visit that came to nothing may be taken up again before the service is told. */
const GRACE_MS = 5 * 60_000

/**
 * Keeps a HID that was issued. It may be known already: a person has one a centre and day. Then a taking back that has not
 * begun is called off.
 */
export async function keepIssued(tx: Tx, centreId: string, { value, issuer, insurer, issuedAt }: HidOfVisit): Promise<void> {
  await tx.hid.createMany({ data: { centreId, value, issuer, insurer, state: 'issued' satisfies KeptState, issuedAt }, skipDuplicates: true })
  await takeUp(tx, { centreId, value, at: new Date(issuedAt) })
}

/**
 * Says that something is written on a HID, and holds its row until the transaction ends: who gives the visit up at the same
 * time sees what was written. Answers what has become of the HID; null for one that is not known here.
 */
export async function takeUp(tx: Tx, { centreId, value, at }: { centreId: string; value: string; at: Date }): Promise<KeptState | null> {
  const [row] = await tx.$queryRaw<{ state: KeptState }[]>`
    SELECT state FROM hids WHERE centre_id = ${centreId} AND value = ${value} FOR UPDATE`
  const calledOff = { reason: null, task: null, dueAt: null }
  const givenUp = { centreId, value, task: 'eliminate' satisfies Task }
  await tx.hid.updateMany({ where: { ...givenUp, state: { in: ['issued', 'confirmed'] } }, data: calledOff })
  await tx.hid.updateMany({ where: { ...givenUp, state: 'bound' }, data: { ...calledOff, task: 'confirm' satisfies Task, dueAt: at } })
  return row?.state ?? null
}

/** Holds a HID's row until the transaction ends; the visits that have it, or null where it is not known here. */
export async function lock(tx: Tx, centreId: string, value: string): Promise<{ visits: string[] } | null> {
  const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM hids WHERE centre_id = ${centreId} AND value = ${value} FOR UPDATE`
  if (held.length === 0) return null
  const visits = await tx.encounter.findMany({ where: { centreId, hidValue: value }, select: { id: true } })
  return { visits: visits.map(({ id }) => id) }
}

/**
 * Has a HID taken back, once the time in which the visit may be taken up again has passed. A bound one is not confirmed first.
 * False where it is being taken back already or has ended.
 */
export async function giveUp(tx: Tx, { centreId, value, reason, at }: { centreId: string; value: string; reason: EliminationReason; at: Date }): Promise<boolean> {
  const { count } = await tx.hid.updateMany({
    where: { centreId, value, state: { in: ['issued', 'bound', 'confirmed'] }, OR: [{ task: null }, { task: 'confirm' satisfies Task }] },
    data: { task: 'eliminate' satisfies Task, reason, taskSince: at, dueAt: new Date(at.getTime() + GRACE_MS) },
  })
  return count === 1
}

/** Has an issued HID verified now that its visit is registered (money is claimed on confirmed ones only). */
export async function askToVerify(tx: Tx, { centreId, value, at }: { centreId: string; value: string; at: Date }): Promise<void> {
  await tx.hid.updateMany({
    where: { centreId, value, state: 'issued' satisfies KeptState },
    data: { task: 'verify' satisfies Task, reason: null, taskSince: at, dueAt: at },
  })
}

/** At most this many are settled in one round, so that a long outage ends in a queue and not in a flood. */
const ROUND = 20

/**
 * Takes the HIDs of which the service is due to be told. A task rests between tries for a tenth of its age (4 s to 5 min);
 * moving `due_at` on claims it: of two processes one gets it. From here on an elimination is not called off.
 */
export const claimDue = (db: Db, now: Date): Promise<DueHid[]> =>
  db.$queryRaw<DueHid[]>`
    UPDATE hids AS it SET
      due_at = ${now}::timestamptz + LEAST(interval '5 minutes', GREATEST(interval '4 seconds', (${now}::timestamptz - it.task_since) / 10)),
      state = CASE WHEN it.task = 'eliminate' THEN 'eliminating' ELSE it.state END
    FROM (SELECT centre_id, value FROM hids WHERE due_at <= ${now} ORDER BY due_at LIMIT ${ROUND} FOR UPDATE SKIP LOCKED) AS due
    WHERE it.centre_id = due.centre_id AND it.value = due.value
    RETURNING it.centre_id AS "centreId", it.value, it.issuer, it.insurer, it.state, it.reason, it.task`

/** Ends a task with what the service said; false where somebody else has ended it. */
export async function settle(
  tx: Tx,
  { centreId, value, task }: DueHid,
  { state, reason, at }: { state: 'confirmed' | 'rejected' | 'eliminated'; reason: string | null; at: Date },
): Promise<boolean> {
  const { count } = await tx.hid.updateMany({
    where: { centreId, value, task },
    data: { state, reason, task: null, dueAt: null, settledAt: at },
  })
  return count === 1
}
