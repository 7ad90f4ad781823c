import type { Db } from './client.ts'

export interface Answer {
  status: number
  body: string
}

export type Claim =
  /** Nobody answered it yet: run it. */
  | { outcome: 'first' }
  | { outcome: 'answered'; answer: Answer }
  | { outcome: 'in-progress' }
  /** The same key with another request. */
  | { outcome: 'other-request' }

/** After this a call that never answered (the process died) may be run again; the use case finds its own traces. */
const ABANDONED_MS = 60_000

/** Claims a call by its key in one statement, so that of two at once exactly one runs. */
export async function claimCall(db: Db, call: { personId: string; key: string; requestHash: string; now: Date }): Promise<Claim> {
  const abandoned = new Date(call.now.getTime() - ABANDONED_MS)
  const claimed = await db.$executeRaw`
    INSERT INTO answered_calls (person_id, key, request_hash, started_at)
    VALUES (${call.personId}::uuid, ${call.key}, ${call.requestHash}, ${call.now})
    ON CONFLICT (person_id, key) DO UPDATE SET started_at = excluded.started_at
    WHERE answered_calls.status IS NULL AND answered_calls.started_at < ${abandoned}
      AND answered_calls.request_hash = excluded.request_hash`
  if (claimed === 1) return { outcome: 'first' }
  const kept = await db.answeredCall.findUnique({ where: { personId_key: { personId: call.personId, key: call.key } } })
  if (kept && kept.requestHash !== call.requestHash) return { outcome: 'other-request' }
  if (!kept || kept.status === null || kept.body === null) return { outcome: 'in-progress' }
  return { outcome: 'answered', answer: { status: kept.status, body: kept.body } }
}

/** Keeps the first answer for every later repeat. */
export const keepAnswer = async (db: Db, call: { personId: string; key: string }, answer: Answer): Promise<void> => {
  await db.answeredCall.update({ where: { personId_key: call }, data: answer })
}

/** Lets the call be made again: it came to nothing. */
export const releaseCall = async (db: Db, call: { personId: string; key: string }): Promise<void> => {
  await db.answeredCall.deleteMany({ where: { ...call, status: null } })
}
