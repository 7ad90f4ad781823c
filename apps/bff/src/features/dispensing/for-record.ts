import { hasUnknownPrice } from '@noskhe/shared/dispensing/order'
import type { Db, Tx } from '../../db/client.ts'
import { type Enqueued, enqueue, streamOf } from '../../outbox/index.ts'
import { ownPacksOf } from './own-packs.ts'
import { type StoredDelivery, findIfThere, listByIds } from './store.ts'

/**
 * What the payer has confirmed goes to the health record, and what it cost (8-5): written down with the confirmation, told
 * after it, to the supplementary company too where it pays a part (A67), and to TTAC where we hold the packs (A43). A private dispensing is confirmed at the health record itself; its bill is not. A price that is unknown makes no bill.
 */
export async function tellRecord(tx: Tx, { id, centreId, ref, lines, supplementary }: StoredDelivery, at: Date): Promise<void> {
  const tell = (kind: Enqueued['kind']) => enqueue(tx, { centreId, kind, stream: streamOf(ref), subjectId: id, at })
  if (ref.insurer !== 'private') await tell('sepas.dispensing')
  if (!hasUnknownPrice(lines)) await tell('sepas.bill')
  if (ownPacksOf(lines).length > 0) await enqueue(tx, { centreId, kind: 'ttac.sale', stream: `ttac/${id}`, subjectId: id, at })
  // In a stream of its own: a health record that is silent holds no claim back.
  if (supplementary?.state === 'known' && supplementary.share > 0) {
    await enqueue(tx, { centreId, kind: 'supplementary.claim', stream: `supplementary/${id}`, subjectId: id, at })
  }
}

/** A delivery that its payer has confirmed, and when. */
export type ConfirmedDelivery = StoredDelivery & { deliveredAt: string }

/** Null where there is none that was confirmed. */
export async function findConfirmed(db: Db, { centreId, id }: { centreId: string; id: string }): Promise<ConfirmedDelivery | null> {
  const it = await findIfThere(db, centreId, id)
  return it !== null && isConfirmed(it) ? it : null
}

/** Those of them that were confirmed, in no order. */
export const listConfirmed = async (db: Db, { centreId, ids }: { centreId: string; ids: string[] }): Promise<ConfirmedDelivery[]> =>
  (await listByIds(db, centreId, ids)).filter(isConfirmed)

const isConfirmed = (it: StoredDelivery): it is ConfirmedDelivery => it.deliveredAt !== null
