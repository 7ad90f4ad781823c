import { type Worker, repeat } from '../../background.ts'
import type { Resources } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { recordForCentre } from '../audit/index.ts'
import { connectPayerFor } from '../payers/index.ts'
import { outcomeOfChange } from './amending/outcome-of-change.ts'
import { patientOf } from './ask-payer.ts'
import { type Trace, accept, giveBack, lose, takeBack } from './registration/settle.ts'
import { type Attempt, claimDue, countMiss } from './registration/store.ts'
import { heard } from '../../national/port.ts'
import { findForCentre } from './store.ts'
import type { StoredPrescription } from './stored.ts'

const EVERY_MS = 5_000

/** A process that has not settled its attempt by then is dead: no call of ours takes this long. */
const ABANDONED_MS = 60_000

/** One "there is none" may be older than a telling still on its way; a second one, later, is believed. */
const MISSES_BELIEVED = 2

/** Asks the payers, for as long as the process lives, what became of registrations whose answer was lost. */
export const startReconciling = (resources: Resources): Worker =>
  repeat('reconcile registrations', EVERY_MS, () => reconcileRegistrations(resources), resources.log)

/** One round over all centres. One attempt's trouble does not keep the others waiting. */
export async function reconcileRegistrations(resources: Resources): Promise<void> {
  const now = resources.now()
  const due = await claimDue(resources.db, { now, sentBefore: new Date(now.getTime() - ABANDONED_MS) })
  for (const attempt of due) {
    try {
      await reconcile(resources, attempt)
    } catch (error) {
      resources.log.error({ err: error, attempt: attempt.id }, 'registration stays unknown')
    }
  }
}

async function reconcile(resources: Resources, attempt: Attempt): Promise<void> {
  const { db, now } = resources
  const { centreId, prescriptionId } = attempt
  const trace: Trace = (tx, action, detail) => recordForCentre(tx, { centreId, now }, action, prescriptionId, detail)
  const it = await findForCentre(db, { centreId, id: prescriptionId })
  const settled = { it, attempt, at: now(), trace }
  // Of a process that died nobody has said so yet.
  if (it.prescription.status === 'signed') await inTransaction(db, (tx) => lose(tx, settled))

  const answer = await heard(() => askPayer(resources, it))
  if (answer === 'silence' || answer.outcome === 'refused') return
  const heardAt = { ...settled, at: now() }
  await inTransaction(db, async (tx) => {
    if (answer.outcome === 'registered') return accept(tx, heardAt, answer)
    if (answer.outcome === 'withdrawn') return takeBack(tx, heardAt)
    if ((await countMiss(tx, attempt)) >= MISSES_BELIEVED) await giveBack(tx, heardAt)
  })
}

/** A refusal to answer (an account that was closed) leaves the registration unknown: it says nothing about it. */
async function askPayer(resources: Resources, it: StoredPrescription) {
  const { insurer, writtenAt } = it.prescription
  const { centreId, prescriberId: personId, visitRef } = it
  if (visitRef === null) throw new Error('A registration was sent without a visit')
  const connected = await connectPayerFor(resources, insurer, { centreId, personId })
  if (it.amending) return outcomeOfChange(connected, it)
  const { payer, party } = connected
  return payer.findRegistration({ party, patient: patientOf(it), visitRef, writtenOn: new Date(writtenAt) })
}
