import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { keepFavourites as contract } from '@noskhe/shared/favourites/contract'
import type { Favourites } from '@noskhe/shared/favourites/favourite'
import type { ItemDraft, WrittenItem } from '@noskhe/shared/prescriptions/item'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { completeItems, renewItems } from '../prescriptions/index.ts'
import { findList, replaceList } from './store.ts'

/** What she has pinned at this centre, as the lists name it today. */
export async function findFavourites(context: Context): Promise<Favourites> {
  const { revision, items } = await findList(context.db, context.actor)
  return { revision, pinned: await renewItems(context, items) }
}

/** Keeps the pinned items in the order that is sent, if nobody changed them since `revision`. */
export async function keepFavourites(context: Context, { revision, pinned }: Input<typeof contract>): Promise<Favourites> {
  const { db, actor, now } = context
  if (new Set(pinned.map(({ key }) => key)).size < pinned.length) throw new Failure('request.invalid', { fields: ['pinned: key'] })
  const before = await findList(db, actor)
  const items = await written(context, pinned, before.items)
  await inTransaction(db, async (tx) => {
    await replaceList(tx, actor, { revision, items }, now())
    await record(tx, context, 'favourites.kept', null, { items: items.length })
  })
  return { revision: revision + 1, pinned: await renewItems(context, items) }
}

/** What was pinned before stays as it was written, retired or not; what is new must be writable today. */
async function written(context: Context, pinned: ItemDraft[], before: readonly WrittenItem[]): Promise<WrittenItem[]> {
  const kept = new Map(before.map((item) => [item.key, item]))
  const added = await completeItems(context, pinned.filter(({ key }) => !kept.has(key)))
  const byKey = new Map([...before, ...added].map((item) => [item.key, item]))
  return pinned.flatMap(({ key }) => byKey.get(key) ?? [])
}
