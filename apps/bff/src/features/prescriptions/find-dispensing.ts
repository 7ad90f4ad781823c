import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { findDispensing as contract } from '@noskhe/shared/prescriptions/contract'
import type { ItemProgress } from '@noskhe/shared/prescriptions/item'
import type { Dispensing } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../context.ts'
import type { ItemStatus, OrderedItem } from '../../national/payer/port.ts'
import { connectPayer } from '../payers/index.ts'
import { patientOf } from './ask-payer.ts'
import { isSilence } from '../../national/port.ts'
import { find, keyOf } from './store.ts'
import type { StoredPrescription } from './stored.ts'

/** What was given so far, by whatever software, as the payer tells it now. Its silence is an answer: `unanswered`. */
export async function findDispensing(context: Context, { id }: Input<typeof contract>): Promise<Dispensing> {
  const it = await find(context.db, keyOf(context.actor, id))
  const askedAt = context.now().toISOString()
  if (it.prescription.status !== 'registered') return { state: 'not-registered', askedAt, items: [] }
  const lines = await progressOf(context, it)
  if (lines === null) return { state: 'unanswered', askedAt, items: [] }
  const keyOfLine = new Map([...it.checkRefs].map(([key, ref]) => [ref, key]))
  const items = lines.flatMap((line) => {
    const key = keyOfLine.get(line.checkRef)
    return key === undefined ? [] : [{ key, progress: toProgress(line) }]
  })
  return { state: 'answered', askedAt, items }
}

async function progressOf(context: Context, it: StoredPrescription): Promise<OrderedItem[] | null> {
  if (it.visitRef === null) return null
  try {
    const { payer, party } = await connectPayer(context, it.prescription.insurer)
    const answer = await payer.progress({ party, patient: patientOf(it), visitRef: it.visitRef })
    return answer.outcome === 'found' ? answer.items : null
  } catch (error) {
    // Without an account there she cannot ask any more; that is not known either.
    if (isSilence(error) || error instanceof Failure) return null
    throw error
  }
}

const stateOf: Record<ItemStatus, ItemProgress['state']> = { ordered: 'waiting', 'partly-delivered': 'partial', delivered: 'delivered' }

const toProgress = ({ delivered, remaining, status }: OrderedItem): ItemProgress => ({ delivered, remaining, state: stateOf[status] })
