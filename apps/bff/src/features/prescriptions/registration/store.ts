import { Failure } from '@noskhe/shared/failure'
import type { Db, Tx } from '../../../db/client.ts'
import { newId } from '../../../db/id.ts'
import type { Key } from '../stored.ts'

/** One telling of the payer. */
export interface Attempt {
  centreId: string
  id: string
  prescriptionId: string
  version: number
  startedAt: Date
  /** When it was last asked for; null until then. Who writes on an attempt must have been the last to ask. */
  askedAt: Date | null
  cleanMisses: number
}

/** `sent` and `unknown` are open: the payer may have it. The others are ends. */
export type End = 'confirmed' | 'refused' | 'unsent' | 'never-arrived'

const open = ['sent', 'unknown']

/**
 * Stores an attempt before the call that it stands for. The prescription's row is locked, so that of two who register at
 * once exactly one tells the payer.
 * @throws Failure `prescription.wrong-status` | `prescription.changed-elsewhere` | `request.in-progress` while another is open
 */
export async function begin(tx: Tx, key: Key, version: number, at: Date): Promise<Attempt> {
  const [row] = await tx.$queryRaw<{ status: string; version: number }[]>`
    SELECT status, version FROM prescriptions
    WHERE centre_id = ${key.centreId} AND id = ${key.id}::uuid AND prescriber_id = ${key.prescriberId}::uuid FOR UPDATE`
  if (row?.status !== 'signed') throw new Failure('prescription.wrong-status')
  if (row.version !== version) throw new Failure('prescription.changed-elsewhere')
  const inCentre = { centreId: key.centreId, prescriptionId: key.id }
  if (await tx.registrationAttempt.findFirst({ where: { ...inCentre, state: { in: open } } })) throw new Failure('request.in-progress')
  return tx.registrationAttempt.create({ data: { ...inCentre, id: newId(at.getTime()), version, state: 'sent', startedAt: at } })
}

/** Ends an attempt once; false where somebody else has. */
export async function end(tx: Tx, { centreId, id }: Attempt, state: End, at: Date): Promise<boolean> {
  const { count } = await tx.registrationAttempt.updateMany({ where: { centreId, id, state: { in: open } }, data: { state, endedAt: at } })
  return count === 1
}

/** The payer was told and stayed silent. False where the attempt has ended meanwhile. */
export async function markUnknown(tx: Tx, { centreId, id }: Attempt): Promise<boolean> {
  const { count } = await tx.registrationAttempt.updateMany({ where: { centreId, id, state: { in: open } }, data: { state: 'unknown' } })
  return count === 1
}

/** Counts a clean "there is none" of the payer, if nobody has asked since; answers how many there were. */
export async function countMiss(tx: Tx, { centreId, id, askedAt }: Attempt): Promise<number> {
  const [row] = await tx.registrationAttempt.updateManyAndReturn({
    where: { centreId, id, askedAt, state: 'unknown' },
    data: { cleanMisses: { increment: 1 } },
  })
  return row?.cleanMisses ?? 0
}

/** At most this many are asked for in one round, so that a long outage ends in a queue and not in a flood. */
const ROUND = 20

/**
 * Takes the attempts that are due to be asked for: lost ones, and those whose process must have died. An attempt rests
 * between questions for a tenth of its age (4 s to 5 min). `asked_at` claims it: of two processes one gets it.
 */
export const claimDue = (db: Db, { now, sentBefore }: { now: Date; sentBefore: Date }): Promise<Attempt[]> =>
  db.$queryRaw<Attempt[]>`
    UPDATE registration_attempts AS it SET asked_at = ${now}, state = 'unknown'
    FROM (
      SELECT centre_id, id FROM registration_attempts
      WHERE (state = 'unknown' OR (state = 'sent' AND started_at < ${sentBefore}))
        AND (asked_at IS NULL
          OR asked_at < ${now}::timestamptz - LEAST(interval '5 minutes', GREATEST(interval '4 seconds', (asked_at - started_at) / 10)))
      ORDER BY asked_at NULLS FIRST LIMIT ${ROUND} FOR UPDATE SKIP LOCKED
    ) AS due
    WHERE it.centre_id = due.centre_id AND it.id = due.id
    RETURNING it.centre_id AS "centreId", it.id, it.prescription_id AS "prescriptionId", it.version,
      it.started_at AS "startedAt", it.asked_at AS "askedAt", it.clean_misses AS "cleanMisses"`

/** How the payer was told of a prescription's versions, in order. */
export const attemptsOf = (
  db: Db | Tx,
  centreId: string,
  prescriptionId: string,
): Promise<{ version: number; state: string; startedAt: Date; endedAt: Date | null }[]> =>
  db.registrationAttempt.findMany({
    where: { centreId, prescriptionId },
    orderBy: { startedAt: 'asc' },
    select: { version: true, state: true, startedAt: true, endedAt: true },
  })
