import type { Input } from '@noskhe/shared/endpoint'
import type { discardDraft as contract } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { find, keyOf, move } from './store.ts'

/** Throws the draft away. It stays in the list as discarded: nothing that was begun vanishes. */
export function discardDraft(context: Context, { id, revision }: Input<typeof contract>): Promise<Prescription> {
  const key = keyOf(context.actor, id)
  return inTransaction(context.db, async (tx) => {
    await move(tx, key, { step: 'discard', guard: { from: 'draft', revision } })
    await record(tx, context, 'prescription.discarded', id)
    return (await find(tx, key)).prescription
  })
}
