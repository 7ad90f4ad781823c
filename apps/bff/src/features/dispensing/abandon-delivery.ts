import type { abandonDelivery as contract } from '@noskhe/shared/dispensing/contract'
import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { connectPayer } from '../payers/index.ts'
import { releaseOwnPacks, releasePacks } from './release-packs.ts'
import { advance, find } from './store.ts'

/** Leaves a prepared delivery. Nothing was told to the payer but the packs it was asked about, and those are given back. */
export async function abandonDelivery(context: Context, { id }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const prepared = await find(context.db, context.actor.at.centreId, id)
  if (prepared.state !== 'prepared') throw new Failure('delivery.wrong-status')
  const abandoned = await inTransaction(context.db, async (tx) => {
    await record(tx, context, 'delivery.abandoned', id)
    return advance(tx, prepared, { state: 'abandoned' })
  })
  if (abandoned.lines.some((it) => it.needsPacks && it.packs.length > 0)) {
    await releasePacks({ ...context, connected: await connectPayer(context, abandoned.ref.insurer) }, abandoned)
  } else {
    await releaseOwnPacks(context.national.ttac, abandoned)
  }
  return abandoned
}
