import type { confirmDelivery as contract } from '@noskhe/shared/dispensing/contract'
import { hasItsPacks } from '@noskhe/shared/dispensing/order'
import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import type { Tx } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type Action, record } from '../audit/index.ts'
import { refuseInactiveCentre } from '../licences/index.ts'
import { connectPayer } from '../payers/index.ts'
import { assertRulesAllow } from './clinical/ask-rules.ts'
import { handOver } from './hand-over.ts'
import { type StoredDelivery, advance, find } from './store.ts'

/**
 * Hands over: tells the payer in its two phases (A63). What is `sent` is what was stored and shown: the step out of
 * `prepared` is guarded, so that of two presses, or a press and a scan, one wins. An answer that was lost leaves
 * `unknown`, which is an answer of ours (200): the reconciler asks on.
 * @throws Failure `delivery.refused` with the payer's advice in `reason`, `rules.refused` with the lines; nothing was given.
 */
export async function confirmDelivery(context: Context, { id }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const prepared = await find(context.db, context.actor.at.centreId, id)
  if (prepared.state !== 'prepared') throw new Failure('delivery.wrong-status')
  requireSomethingToGive(prepared)
  await refuseInactiveCentre(context)
  await assertRulesAllow(context, prepared)
  const connected = await connectPayer(context, prepared.ref.insurer)
  const trace = (tx: Tx, action: Action) => record(tx, context, action, id)
  const sent = await inTransaction(context.db, async (tx) => {
    await trace(tx, 'delivery.sent')
    return advance(tx, prepared, { state: 'sent', sentAt: context.now() })
  })
  return handOver({ ...context, connected, trace }, sent)
}

function requireSomethingToGive({ lines }: StoredDelivery): void {
  if (!lines.some((it) => it.isGiven)) throw new Failure('delivery.refused', { reason: 'بیمه اجازهٔ تحویل هیچ‌یک از این اقلام را نداده است.' })
  const lacking = lines.filter((it) => !hasItsPacks(it))
  if (lacking.length > 0) throw new Failure('delivery.packs-missing', { lines: lacking.map((it) => it.id) })
}
