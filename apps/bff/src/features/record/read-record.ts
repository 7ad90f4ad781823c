import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import type { readRecord as contract } from '@noskhe/shared/record/contract'
import { type PatientRecord, VISIT_OPEN_HOURS } from '@noskhe/shared/record/record'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { heard } from '../../national/port.ts'
import { record } from '../audit/index.ts'
import { findEncounterOf } from '../patients/index.ts'

/**
 * Reads the patient's health record for her treating physician: who has an open visit of hers at this centre. The right is
 * looked at and the look with its purpose written down in one transaction, before the record is asked: none is without trace.
 * @throws Failure `encounter.not-found` | `record.not-treating`
 */
export async function readRecord(context: Context, { encounterId, purpose }: Input<typeof contract>): Promise<PatientRecord> {
  const { actor, db, national, now } = context
  const { councilNumber } = actor
  if (councilNumber === null) throw new Failure('role.forbidden')
  const visit = await inTransaction(db, async (tx) => {
    const found = await findEncounterOf(tx, actor, encounterId, now())
    if (!isTreating(found, now())) throw new Failure('record.not-treating')
    await record(tx, context, 'record.looked-up', encounterId, { purpose })
    return found
  })

  const { identity, newbornBirthDate } = visit
  const patient = { identity, newbornBirthDate }
  const answer = await heard(() => national.sepas.history({ patient, purpose, councilNumber, siamId: actor.at.centreId }))
  const askedAt = now().toISOString()
  if (answer === 'silence') return { state: 'unanswered', reason: null, askedAt, entries: [] }
  if (answer.outcome === 'refused') return { state: 'refused', reason: answer.message, askedAt, entries: [] }
  return { state: 'answered', reason: null, askedAt, entries: answer.entries }
}

const HOUR_MS = 3_600_000

/** Nobody treats the dead, nor a person whose number is blocked; and a visit that was ended, or yesterday's, is over. */
const isTreating = ({ state, openedAt, endedAt }: Encounter, now: Date): boolean =>
  endedAt === null && state !== 'deceased' && state !== 'blocked' && now.getTime() - Date.parse(openedAt) < VISIT_OPEN_HOURS * HOUR_MS
