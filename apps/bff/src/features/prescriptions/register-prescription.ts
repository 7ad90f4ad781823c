import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { registerPrescription as contract } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Payer, RefusalReason, Refused } from '../../national/payer/port.ts'
import { record } from '../audit/index.ts'
import { type ConnectedPayer, connectPayer } from '../payers/index.ts'
import { patientOf } from './ask-payer.ts'
import { completeLines } from './registration/complete-lines.ts'
import { type Trace, accept, lose, refuse, reopen, turnAway } from './registration/settle.ts'
import { begin, end } from './registration/store.ts'
import { isSilence } from '../../national/port.ts'
import { find, keyOf } from './store.ts'
import type { StoredPrescription } from './stored.ts'

/**
 * Registers a signed prescription with its payer, whole (A54). The attempt is stored before the call: whatever happens to
 * the answer or to us, `reconcile-registrations` finds it and asks. A lost answer is answered with
 * `registration-unknown`; the payer is never told twice.
 */
export async function registerPrescription(context: Context, { id, version }: Input<typeof contract>): Promise<Prescription> {
  const { actor, db, now } = context
  const key = keyOf(actor, id)
  const signed = await find(db, key)
  assertRegistrable(signed.prescription, version)
  const connected = await connectPayer(context, signed.prescription.insurer)
  const trace: Trace = (tx, action, detail) => record(tx, context, action, id, detail)

  const lines = await completeLines(context, connected, signed)
  if (lines.outcome === 'refused') {
    if (isAboutPrescription(lines)) await inTransaction(db, (tx) => reopen(tx, { it: signed, at: now(), trace }, lines))
    throw refusalOf(lines)
  }

  const attempt = await inTransaction(db, async (tx) => {
    const begun = await begin(tx, key, version, now())
    await trace(tx, 'prescription.registration-sent', { attempt: begun.id, version, lines: lines.checkRefs.length })
    return begun
  })
  const answer = await tell(connected, signed, lines)
  const settled = { it: signed, attempt, at: now(), trace }

  switch (answer.outcome) {
    case 'registered':
      await inTransaction(db, (tx) => accept(tx, settled, answer.trackingCode))
      break
    case 'lost':
      await inTransaction(db, (tx) => lose(tx, settled))
      break
    case 'unsent':
      await inTransaction(db, (tx) => end(tx, attempt, 'unsent', now()))
      throw answer.silence
    case 'refused':
      await inTransaction(db, (tx) => (isAboutPrescription(answer) ? refuse : turnAway)(tx, settled, answer))
      throw refusalOf(answer)
  }
  return (await find(db, key)).prescription
}

function assertRegistrable({ status, version }: Prescription, expected: number): void {
  if (status !== 'signed') throw new Failure('prescription.wrong-status', { status })
  if (version !== expected) throw new Failure('prescription.changed-elsewhere')
}

/** Refusals of her account or of this moment: nothing is wrong with what she signed, so it stays signed. */
const passing: readonly RefusalReason[] = ['sign-in', 'otp-needed', 'otp-wrong', 'session', 'no-access', 'busy', 'insurer-fault']
const isAboutPrescription = ({ reason }: Refused) => !passing.includes(reason)

const refusalOf = ({ advice, code }: Refused) => new Failure('payer.refused', { reason: advice, code })

type Told = Awaited<ReturnType<Payer['register']>> | { outcome: 'lost' } | { outcome: 'unsent'; silence: Error }
type Lines = { visitRef: string; checkRefs: string[] }

async function tell(connected: ConnectedPayer, it: StoredPrescription, lines: Lines): Promise<Told> {
  const call = { party: connected.party, patient: patientOf(it) }
  try {
    const answer = await connected.payer.register({ ...call, ...lines })
    return answer.outcome === 'refused' && mayHaveIt(answer) ? await askInstead(connected, it, lines.visitRef, answer) : answer
  } catch (error) {
    if (!isSilence(error)) throw error
    return error.sent === 'no' ? { outcome: 'unsent', silence: error } : { outcome: 'lost' }
  }
}

/** "You told me before" (an earlier telling arrived after all) and "I failed while keeping it" are questions, not errors. */
const mayHaveIt = ({ reason }: Refused) => reason === 'duplicate' || reason === 'already-used' || reason === 'insurer-fault'

async function askInstead(connected: ConnectedPayer, it: StoredPrescription, visitRef: string, refusal: Refused): Promise<Told> {
  try {
    const writtenOn = new Date(it.prescription.writtenAt)
    const found = await connected.payer.findRegistration({ party: connected.party, patient: patientOf(it), visitRef, writtenOn })
    return found.outcome === 'registered' ? found : refusal
  } catch (error) {
    if (isSilence(error)) return { outcome: 'lost' }
    throw error
  }
}
