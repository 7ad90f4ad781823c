import type { listDeliveries as contract } from '@noskhe/shared/dispensing/contract'
import type { Input, Output } from '@noskhe/shared/endpoint'
import type { Context } from '../../context.ts'
import { list } from './store.ts'

/** Deliveries of this centre, newest first; one more is read to know whether there are older ones. */
export async function listDeliveries({ db, actor }: Context, { before, limit }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const found = await list(db, actor.at.centreId, { before, limit: limit + 1 })
  const deliveries = found.slice(0, limit)
  return { deliveries, next: found.length > limit ? (deliveries.at(-1)?.id ?? null) : null }
}
