import { z } from 'zod'
import { Id } from '../identifiers.ts'
import { Rial } from '../money.ts'

/**
 * What the company last said of a claim, and when it was asked. `not-found`: it knows of none of that name from this centre, though
 * it had taken it. `approved` is null until it has looked at the claim; `message` says why it approved less than was asked.
 */
export const ClaimStanding = z.object({
  state: z.enum(['received', 'approved', 'approved-in-part', 'rejected', 'paid', 'not-found']),
  approved: Rial.nullable(),
  message: z.string().nullable(),
  askedAt: z.iso.datetime(),
})
export type ClaimStanding = z.infer<typeof ClaimStanding>

/**
 * A supplementary company's share of one delivery, claimed from it (9-2-9 n2). It names no patient: company, policy and tracking code
 * are what the company and the centre know it by.
 */
export const Claim = z.object({
  id: Id,
  deliveryId: Id,
  deliveredAt: z.iso.datetime(),
  company: z.string(),
  policy: z.string(),
  trackingCode: z.string(),
  /** Rial that is claimed. */
  share: Rial,
  /** Whether the company has taken it. `parked`: it did not, and is not told again by itself; `refusal` has its words. */
  telling: z.enum(['waiting', 'delivered', 'parked']),
  refusal: z.string().nullable(),
  /** The company's number of it, from when it was taken. */
  claimUid: z.string().nullable(),
  /** Null where it was never asked: nothing is known of it but that it was told. */
  standing: ClaimStanding.nullable(),
}).meta({ id: 'Claim' })
export type Claim = z.infer<typeof Claim>
