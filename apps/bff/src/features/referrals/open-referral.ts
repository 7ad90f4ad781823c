import type { Input } from '@noskhe/shared/endpoint'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { openReferral as contract } from '@noskhe/shared/referrals/contract'
import type { Context } from '../../context.ts'
import { beginAct } from '../prescriptions/index.ts'
import { deskOf } from './ask-referral.ts'

/**
 * Receives the patient on a referral and begins its answer, which is signed and told like any prescription. Where the payer's
 * contract opens a visit on it, what is written goes under that visit.
 */
export const openReferral = (context: Context, { id, trackingCode }: Input<typeof contract>): Promise<Prescription> =>
  beginAct(context, id, async (visit) => {
    const { act, referralRef, visitRef } = await deskOf(visit).receive(trackingCode)
    return { stored: { act, referralRef }, visitRef }
  })
