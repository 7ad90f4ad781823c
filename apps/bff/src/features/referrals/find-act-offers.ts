import type { Input, Output } from '@noskhe/shared/endpoint'
import type { findActOffers as contract } from '@noskhe/shared/referrals/contract'
import type { Context } from '../../context.ts'
import { coveredVisit, offersOf } from '../prescriptions/index.ts'

/** What the insurer of this visit takes beside lines; asks nobody outside. */
export async function findActOffers(context: Context, { id }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { insurer, connected } = await coveredVisit(context, id)
  const { payer } = connected
  return { insurer, acts: [...offersOf(payer)], answersReferrals: payer.withoutLines !== undefined || payer.referral !== undefined }
}
