import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { sendDepositAgain as contract } from '@noskhe/shared/record/contract'
import type { Context } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { makeDue } from '../../../outbox/index.ts'
import { record } from '../../audit/index.ts'
import { depositsOf } from './list-deposits.ts'

/** Makes an undelivered message of the centre due now; the worker sends it within a second or so. */
export async function sendDepositAgain(context: Context, { id }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { db, actor, now } = context
  await inTransaction(db, async (tx) => {
    const due = await makeDue(tx, { centreId: actor.at.centreId, id }, now())
    if (due === null) throw new Failure('deposit.not-found')
    await record(tx, context, 'outbox.sent-again', due.subjectId, { kind: due.kind, message: id })
  })
  return depositsOf(db, actor.at.centreId)
}
