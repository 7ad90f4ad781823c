import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { changeSet as contract } from '@noskhe/shared/favourites/contract'
import type { ItemSet } from '@noskhe/shared/favourites/favourite'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type Action, record } from '../audit/index.ts'
import { asSheSees } from './list-sets.ts'
import { findSet, updateSet } from './store.ts'

/** Renames a set, removes it or puts it back. Only who made it may, a set of the clinic too. */
export async function changeSet(context: Context, { id, revision, name, isRemoved }: Input<typeof contract>): Promise<ItemSet> {
  const { db, actor, now } = context
  const before = await findSet(db, actor, id)
  if (before.prescriberId !== actor.personId) throw new Failure('set.not-yours')
  const removedAt = isRemoved ? (before.removedAt ?? now()) : null
  const action: Action = isRemoved ? 'set.removed' : before.removedAt === null ? 'set.renamed' : 'set.put-back'
  const changed = await inTransaction(db, async (tx) => {
    await updateSet(tx, actor, { id, revision, name, removedAt })
    await record(tx, context, action, id)
    return findSet(tx, actor, id)
  })
  return asSheSees(context, changed)
}
