import type { findOrder as contract } from '@noskhe/shared/dispensing/contract'
import type { Input, Output } from '@noskhe/shared/endpoint'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { connectPayer } from '../payers/index.ts'
import { orderOf, readOrder } from './read-order.ts'

/** One prescription and what is left of it, as its payer tells it now, whichever software it was written in. */
export async function findOrder(context: Context, { ref }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const told = await readOrder(await connectPayer(context, ref.insurer), ref)
  const subject = `${ref.insurer}:${ref.trackingCode}`
  await inTransaction(context.db, (tx) => record(tx, context, 'order.looked-up', subject, { by: 'ref', found: 1, unanswered: 0 }))
  return orderOf(ref, told, context.now())
}
