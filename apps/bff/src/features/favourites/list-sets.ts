import type { Input, Output } from '@noskhe/shared/endpoint'
import type { listSets as contract } from '@noskhe/shared/favourites/contract'
import type { ItemSet } from '@noskhe/shared/favourites/favourite'
import type { Context } from '../../context.ts'
import { renewItems } from '../prescriptions/index.ts'
import { type StoredSet, listSetsOf } from './store.ts'

/** Her own sets at this centre and those of the clinic. */
export async function listSets(context: Context, _: Input<typeof contract>): Promise<Output<typeof contract>> {
  const sets = await listSetsOf(context.db, context.actor)
  return { sets: await Promise.all(sets.map((it) => asSheSees(context, it))) }
}

export const asSheSees = async (context: Context, { prescriberId, removedAt, items, ...it }: StoredSet): Promise<ItemSet> => ({
  ...it,
  isHers: prescriberId === context.actor.personId,
  isRemoved: removedAt !== null,
  items: await renewItems(context, items),
})
