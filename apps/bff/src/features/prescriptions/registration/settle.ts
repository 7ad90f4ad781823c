import type { Status, Step } from '@noskhe/shared/prescriptions/lifecycle'
import type { Tx } from '../../../db/client.ts'
import type { Refused } from '../../../national/payer/port.ts'
import type { Action } from '../../audit/index.ts'
import { askToVerify } from '../../patients/index.ts'
import { queueSeal } from '../../seals/index.ts'
import { type StoredParts, codeAfterChange, partsToldBy } from '../parts.ts'
import { amendingColumn, type Change, find, forgetVisit, move, partsColumn, voidVersion } from '../store.ts'
import { type StoredPrescription, ownKey } from '../stored.ts'
import { isVisitOver } from '../ask-payer.ts'
import { type Attempt, end, markUnknown } from './store.ts'
import { tellRecord } from './tell-record.ts'

/** Writes the trace of what is settled, in the same transaction; the caller knows on whose behalf. */
export type Trace = (tx: Tx, action: Action, detail?: Record<string, string | number>) => Promise<void>

interface Settled {
  it: StoredPrescription
  attempt: Attempt
  at: Date
  trace: Trace
}

/** How the payer says that it has it. */
interface Accepted {
  trackingCode: string
  parts?: StoredParts | null
}

/** The payer has it. Nothing happens where somebody settled the attempt before. */
export async function accept(tx: Tx, { it, attempt, at, trace }: Settled, answer: Accepted): Promise<void> {
  if (!(await end(tx, attempt, 'confirmed', at))) return
  await sealVersion(tx, attempt, at)
  const detail = { attempt: attempt.id, version: attempt.version }
  const parts = partsToldBy(answer)
  const { trackingCode } = answer
  if (it.amending === null) {
    await step(tx, it, 'register', { trackingCode, parts: partsColumn(parts), refusal: null, registeredAt: at })
    const { hid } = it.prescription
    if (hid) await askToVerify(tx, { centreId: it.centreId, value: hid.value, at })
    await trace(tx, 'prescription.registered', detail)
    await tellRecord(tx, it, { version: attempt.version, trackingCode, at })
  } else {
    const code = codeAfterChange(it.prescription.trackingCode ?? trackingCode, answer, { was: it.parts, is: parts })
    await step(tx, it, 'register', { trackingCode: code, parts: partsColumn(parts), refusal: null, amending: amendingColumn(null) })
    await trace(tx, 'prescription.amended', detail)
    await tellRecord(tx, it, { version: attempt.version, trackingCode: it.prescription.trackingCode ?? code, at })
  }
}

/** The payer has taken the prescription back, at her signed word. */
export async function takeBack(tx: Tx, { it, attempt, at, trace }: Settled): Promise<void> {
  if (!(await end(tx, attempt, 'confirmed', at))) return
  await sealVersion(tx, attempt, at)
  await step(tx, it, 'withdraw', { refusal: null })
  await trace(tx, 'prescription.cancelled', { attempt: attempt.id, version: attempt.version })
  const { trackingCode } = it.prescription
  if (trackingCode !== null) await tellRecord(tx, it, { version: attempt.version, trackingCode, at })
}

/** The centre stands for every version that the payer has taken (9-1-1). */
const sealVersion = (tx: Tx, { centreId, prescriptionId, version }: Attempt, at: Date): Promise<void> =>
  queueSeal(tx, { centreId, kind: 'prescription', subjectId: prescriptionId, version, canonical: null, at })

/** The payer does not want the prescription: the draft is open again with its words, and the signature is kept as void. */
export async function refuse(tx: Tx, { it, attempt, at, trace }: Settled, refusal: Refused): Promise<void> {
  if (await end(tx, attempt, 'refused', at)) await reopen(tx, { it, at, trace }, refusal)
}

/** The payer would not deal with us now (an account, a fault of its own): nothing changes about what she signed. */
export async function turnAway(tx: Tx, { attempt, at, trace }: Settled, { reason, code }: Refused): Promise<void> {
  if (await end(tx, attempt, 'refused', at)) await trace(tx, 'prescription.refused', { attempt: attempt.id, reason, code })
}

/** The same where the payer refused before it was told of the whole. */
export async function reopen(tx: Tx, { it, at, trace }: Omit<Settled, 'attempt'>, refusal: Refused): Promise<void> {
  const key = ownKey(it)
  const { version } = it.prescription
  await step(tx, it, 'refuse', { refusal: refusal.advice, signedAt: null })
  await voidVersion(tx, key, version, at)
  // A registered prescription lives under its visit; only a new one may be taken to another.
  if (it.amending === null && isVisitOver(refusal) && it.visitRef !== null) await forgetVisit(tx, key, it.visitRef)
  await trace(tx, 'prescription.refused', { version, reason: refusal.reason, code: refusal.code })
}

/** The payer was told and stayed silent: from now on it is asked. */
export async function lose(tx: Tx, { it, attempt, trace }: Settled): Promise<void> {
  if (!(await markUnknown(tx, attempt))) return
  const before = await step(tx, it, 'lose-answer')
  if (before === 'signed') await trace(tx, 'prescription.registration-unknown', { attempt: attempt.id })
}

/** The payer has said twice that it has nothing: it is signed as before, and may be registered again. */
export async function giveBack(tx: Tx, { it, attempt, at, trace }: Settled): Promise<void> {
  if (!(await end(tx, attempt, 'never-arrived', at))) return
  await step(tx, it, 'never-arrived')
  await trace(tx, 'prescription.registration-missed', { attempt: attempt.id })
}

/**
 * Takes the step from whichever status the prescription has now: who settles an attempt holds its row, and between asking
 * and hearing the status may have become `registration-unknown`. Answers the status before.
 */
async function step(tx: Tx, it: StoredPrescription, name: Step, change: Change = {}): Promise<Status> {
  const { status, version } = (await find(tx, ownKey(it))).prescription
  await move(tx, ownKey(it), { step: name, guard: { from: status, version }, change })
  return status
}
