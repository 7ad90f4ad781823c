import { Failure } from '@noskhe/shared/failure'
import { type SetScope, SetScope as Scope } from '@noskhe/shared/favourites/favourite'
import { WrittenItem } from '@noskhe/shared/prescriptions/item'
import { z } from 'zod'
import type { ActorAtCentre } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'

/** Items as they were written, with the names they had then. */
const StoredItems = z.array(WrittenItem)

export interface StoredList {
  revision: number
  items: WrittenItem[]
}

export interface StoredSet {
  id: string
  prescriberId: string
  author: string
  scope: SetScope
  name: string
  revision: number
  items: WrittenItem[]
  removedAt: Date | null
}

const listOf = ({ at, personId }: ActorAtCentre) => ({ centreId: at.centreId, prescriberId: personId })

/** What she has pinned at this centre; nothing yet is revision 0. */
export async function findList(db: Db | Tx, actor: ActorAtCentre): Promise<StoredList> {
  const row = await db.favouriteList.findUnique({ where: { centreId_prescriberId: listOf(actor) } })
  return row ? { revision: row.revision, items: StoredItems.parse(row.items) } : { revision: 0, items: [] }
}

/**
 * Puts a list in the place of the one of `revision`, in one statement: of two that came from the same, one wins.
 * @throws Failure `favourites.changed-elsewhere`
 */
export async function replaceList(tx: Tx, actor: ActorAtCentre, { revision, items }: StoredList, changedAt: Date): Promise<void> {
  const data = { revision: revision + 1, items, changedAt }
  const { count } =
    revision === 0
      ? await tx.favouriteList.createMany({ data: [{ ...listOf(actor), ...data }], skipDuplicates: true })
      : await tx.favouriteList.updateMany({ where: { ...listOf(actor), revision }, data })
  if (count !== 1) throw new Failure('favourites.changed-elsewhere')
}

/** Her own sets and the clinic's, without removed ones. */
export async function listSetsOf(db: Db, { at: { centreId }, personId }: ActorAtCentre): Promise<StoredSet[]> {
  const rows = await db.itemSet.findMany({
    where: { centreId, removedAt: null, OR: [{ prescriberId: personId }, { scope: 'clinic' satisfies SetScope }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(readSet)
}

/** A set that she may see: her own, removed or not, or the clinic's. @throws Failure `set.not-found` */
export async function findSet(db: Db | Tx, { at: { centreId }, personId }: ActorAtCentre, id: string): Promise<StoredSet> {
  const row = await db.itemSet.findFirst({
    where: { centreId, id, OR: [{ prescriberId: personId }, { scope: 'clinic' satisfies SetScope, removedAt: null }] },
  })
  if (!row) throw new Failure('set.not-found')
  return readSet(row)
}

export async function createSet(tx: Tx, { at: { centreId }, personId }: ActorAtCentre, it: Omit<StoredSet, 'prescriberId' | 'removedAt'>, madeAt: Date): Promise<void> {
  await tx.itemSet.create({ data: { centreId, prescriberId: personId, ...it, madeAt } })
}

/** Changes one of her sets if it is still of `revision`. @throws Failure `set.changed-elsewhere` */
export async function updateSet(
  tx: Tx,
  { at: { centreId }, personId }: ActorAtCentre,
  { id, revision, ...data }: Pick<StoredSet, 'id' | 'revision' | 'name' | 'removedAt'>,
): Promise<void> {
  const { count } = await tx.itemSet.updateMany({
    where: { centreId, id, prescriberId: personId, revision },
    data: { ...data, revision: revision + 1 },
  })
  if (count !== 1) throw new Failure('set.changed-elsewhere')
}

interface Row extends Omit<StoredSet, 'scope' | 'items'> {
  scope: string
  items: unknown
}

const readSet = ({ id, prescriberId, author, scope, name, revision, items, removedAt }: Row): StoredSet => ({
  id,
  prescriberId,
  author,
  scope: Scope.parse(scope),
  name,
  revision,
  items: StoredItems.parse(items),
  removedAt,
})
