import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { registerPrescription as contract } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { RefusalReason, Refused } from '../../national/payer/port.ts'
import { record } from '../audit/index.ts'
import { type ConnectedPayer, connectPayer, payerRefusal } from '../payers/index.ts'
import { outcomeOfChange } from './amending/outcome-of-change.ts'
import { type Plan, planOf } from './amending/plan.ts'
import { patientOf } from './ask-payer.ts'
import { completeLines } from './registration/complete-lines.ts'
import { type Trace, accept, lose, refuse, reopen, takeBack, turnAway } from './registration/settle.ts'
import { begin, end } from './registration/store.ts'
import { isSilence } from '../../national/port.ts'
import type { StoredParts } from './parts.ts'
import { find, keyOf } from './store.ts'
import type { StoredPrescription } from './stored.ts'

/**
 * Registers a signed prescription with its payer, whole (A54). The attempt is stored before the call: whatever happens to
 * the answer or to us, `reconcile-registrations` finds it and asks. A lost answer is answered with
 * `registration-unknown`; the payer is never told twice. A later version is told as a change of the one before, and a version
 * that takes the prescription back as that (9-1-6).
 */
export async function registerPrescription(context: Context, { id, version }: Input<typeof contract>): Promise<Prescription> {
  const { actor, db, now } = context
  const key = keyOf(actor, id)
  const signed = await find(db, key)
  assertRegistrable(signed.prescription, version)
  const connected = await connectPayer(context, signed.prescription.insurer)
  const trace: Trace = (tx, action, detail) => record(tx, context, action, id, detail)

  const lines = await completeLines(context, connected, signed)
  const plan = lines.outcome === 'refused' ? lines : await planOf(connected, signed, lines)
  if ('outcome' in plan) {
    if (isAboutPrescription(plan)) await inTransaction(db, (tx) => reopen(tx, { it: signed, at: now(), trace }, plan))
    throw payerRefusal(plan)
  }

  const attempt = await inTransaction(db, async (tx) => {
    const begun = await begin(tx, key, version, now())
    await trace(tx, 'prescription.registration-sent', { attempt: begun.id, version, act: plan.act })
    return begun
  })
  const answer = await tell(connected, signed, plan)
  const settled = { it: signed, attempt, at: now(), trace }

  switch (answer.outcome) {
    case 'registered':
      await inTransaction(db, (tx) => accept(tx, settled, answer))
      break
    case 'withdrawn':
      await inTransaction(db, (tx) => takeBack(tx, settled))
      break
    case 'lost':
      await inTransaction(db, (tx) => lose(tx, settled))
      break
    case 'unsent':
      await inTransaction(db, (tx) => end(tx, attempt, 'unsent', now()))
      throw answer.silence
    case 'refused':
      await inTransaction(db, (tx) => (isAboutPrescription(answer) ? refuse : turnAway)(tx, settled, answer))
      throw payerRefusal(answer)
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

type Answer = { outcome: 'registered'; trackingCode: string; parts?: StoredParts | null } | Refused | { outcome: 'withdrawn' }
type Told = Answer | { outcome: 'lost' } | { outcome: 'unsent'; silence: Error }

async function tell(connected: ConnectedPayer, it: StoredPrescription, plan: Plan): Promise<Told> {
  try {
    const answer = await act(connected, it, plan)
    return answer.outcome === 'refused' && mayHaveDone(plan, answer) ? await askInstead(connected, it, plan, answer) : answer
  } catch (error) {
    if (!isSilence(error)) throw error
    return error.sent === 'no' ? { outcome: 'unsent', silence: error } : { outcome: 'lost' }
  }
}

async function act({ payer, party }: ConnectedPayer, it: StoredPrescription, plan: Plan): Promise<Answer> {
  const call = { party, patient: patientOf(it) }
  switch (plan.act) {
    case 'register':
      return payer.register({ ...call, visitRef: plan.visitRef, checkRefs: plan.checkRefs })
    case 'register-act':
      if (!payer.withoutLines) throw new Error('An act was planned for a payer that takes none')
      return payer.withoutLines.registerAct({ ...call, visitRef: plan.visitRef, act: plan.content })
    case 'answer':
      if (!payer.referral) throw new Error('An answer was planned for a payer that has no referrals')
      return payer.referral.answer({ ...call, visitRef: plan.visitRef, checkRefs: plan.checkRefs, feedback: plan.feedback })
    case 'amend':
      return payer.amend({ ...call, visitRef: plan.visitRef, add: plan.add, remove: plan.remove })
    case 'withdraw':
      if (!payer.withdraw) throw new Error('A cancellation was signed for a payer that takes none back')
      return payer.withdraw({ ...call, visitRef: plan.visitRef })
    case 'unchanged':
      return { outcome: 'registered', trackingCode: plan.trackingCode, ...(it.parts && { parts: it.parts }) }
  }
}

/**
 * A number that no contract names is neither yes nor no, whatever was told. "You told me before" (an earlier telling arrived
 * after all) and "I failed while keeping it" are questions too, of a registration.
 */
const mayHaveDone = (plan: Plan, { reason }: Refused) =>
  reason === 'unlisted' || (isFirstTelling(plan) && (reason === 'duplicate' || reason === 'already-used' || reason === 'insurer-fault'))

const isFirstTelling = (plan: Plan): plan is Extract<Plan, { act: 'register' | 'register-act' | 'answer' }> =>
  plan.act === 'register' || plan.act === 'register-act' || plan.act === 'answer'

/** The refusal stands where the payer has nothing of it. Where it will not say, an unlisted one stays unknown. */
async function askInstead(connected: ConnectedPayer, it: StoredPrescription, plan: Plan, refusal: Refused): Promise<Told> {
  try {
    const found = isFirstTelling(plan) ? await findRegistration(connected, it, plan.visitRef) : await outcomeOfChange(connected, it)
    if (found.outcome === 'refused' && refusal.reason === 'unlisted') return { outcome: 'lost' }
    return found.outcome === 'registered' || found.outcome === 'withdrawn' ? found : refusal
  } catch (error) {
    if (isSilence(error)) return { outcome: 'lost' }
    throw error
  }
}

const findRegistration = ({ payer, party }: ConnectedPayer, it: StoredPrescription, visitRef: string) =>
  payer.findRegistration({ party, patient: patientOf(it), visitRef, writtenOn: new Date(it.prescription.writtenAt) })
