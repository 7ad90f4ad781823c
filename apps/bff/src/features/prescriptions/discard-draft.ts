import type { Input } from '@noskhe/shared/endpoint'
import type { discardDraft as contract } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { giveUpVisit } from './give-up-visit.ts'
import { amendingColumn, find, keyOf, move, putChecksBack } from './store.ts'

/**
 * Throws the draft away. It stays in the list as discarded: nothing that was begun vanishes. Where it was to change a
 * registered prescription, that one stands again as it was, as it does at the payer all the time.
 */
export function discardDraft(context: Context, { id, revision }: Input<typeof contract>): Promise<Prescription> {
  const key = keyOf(context.actor, id)
  return inTransaction(context.db, async (tx) => {
    const { amending, prescription } = await find(tx, key)
    const guard = { from: 'draft', revision } as const
    if (amending === null) {
      await move(tx, key, { step: 'discard', guard })
      // Before the trace: everybody holds a HID first and the audit chain last, or two would wait for each other.
      await giveUpVisit(tx, context, prescription.encounterId, 'visit-given-up')
      await record(tx, context, 'prescription.discarded', id)
    } else {
      const { content, terminologyRelease, signedAt, checks, version } = amending
      const before = { content, terminologyRelease, signedAt, refusal: null, revision: revision + 1 }
      await move(tx, key, { step: 'leave', guard, change: { ...before, amending: amendingColumn(null) } })
      await putChecksBack(tx, key, checks)
      await record(tx, context, 'prescription.change-left', id, { version })
    }
    return (await find(tx, key)).prescription
  })
}
