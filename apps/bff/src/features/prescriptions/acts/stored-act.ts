import { Act } from '@noskhe/shared/prescriptions/act'
import { z } from 'zod'

/** An act with the payer's own name of the referral that it answers, which never leaves the server. */
export const StoredAct = z.object({ act: Act, referralRef: z.string().nullable() })
export type StoredAct = z.infer<typeof StoredAct>
