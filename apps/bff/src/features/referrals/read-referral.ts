import type { Input } from '@noskhe/shared/endpoint'
import type { ReceivedReferral } from '@noskhe/shared/prescriptions/act'
import type { readReferral as contract } from '@noskhe/shared/referrals/contract'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { coveredVisit } from '../prescriptions/index.ts'
import { deskOf } from './ask-referral.ts'

/** What the referring doctor wrote, for whom it is to; nothing is opened by reading. */
export async function readReferral(context: Context, { id, trackingCode }: Input<typeof contract>): Promise<ReceivedReferral> {
  const visit = await coveredVisit(context, id)
  const referral = await deskOf(visit).read(trackingCode)
  await inTransaction(context.db, (tx) => record(tx, context, 'referral.looked-up', id, { insurer: visit.insurer }))
  return referral
}
