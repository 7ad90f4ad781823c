import type { Input } from '@noskhe/shared/endpoint'
import type { makeSet as contract } from '@noskhe/shared/favourites/contract'
import type { ItemSet } from '@noskhe/shared/favourites/favourite'
import type { Context } from '../../context.ts'
import { newId } from '../../db/id.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { completeItems } from '../prescriptions/index.ts'
import { asSheSees } from './list-sets.ts'
import { createSet, findSet } from './store.ts'

/** Keeps items under a name, for herself or for every prescriber of the centre. */
export async function makeSet(context: Context, { name, scope, items: drafts }: Input<typeof contract>): Promise<ItemSet> {
  const { db, actor, now } = context
  const items = await completeItems(context, drafts)
  const at = now()
  const id = newId(at.getTime())
  const made = await inTransaction(db, async (tx) => {
    await createSet(tx, actor, { id, author: `${actor.firstName} ${actor.lastName}`, scope, name, revision: 0, items }, at)
    await record(tx, context, 'set.made', id, { scope, items: items.length })
    return findSet(tx, actor, id)
  })
  return asSheSees(context, made)
}
