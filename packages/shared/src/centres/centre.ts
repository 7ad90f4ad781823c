import { z } from 'zod'
import { LicenceState, Post } from '../auth/session.ts'
import { SiamId } from '../identifiers.ts'
import { InsurerCode } from '../patients/eligibility.ts'

/** A centre as SIAM last told of it (8-9): its licence, and the same centre in other registries and at the insurers. */
export const CentreRecord = z.object({
  siamId: SiamId,
  name: z.string(),
  kind: Post.shape.centreKind,
  address: z.string(),
  phone: z.string(),
  /** As told at `answeredAt`; `unlisted` where SIAM said that it knows no such centre. Says nothing of now unless `isCurrent`. */
  licence: z.object({ state: z.union([LicenceState, z.literal('unlisted')]), reason: z.string().nullable(), validUntil: z.iso.date() }),
  /** By the registry's own name of itself; the founder's number is told to the centre's admin only. */
  mappedIds: z.array(z.object({ system: z.string(), value: z.string() })),
  /** Tax id of the point-of-sale terminal; null where SIAM has none. */
  posTerminalId: z.string().nullable(),
  partnerIds: z.array(z.object({ insurer: InsurerCode, value: z.string() })),
  answeredAt: z.iso.datetime(),
  /** Since when SIAM does not answer about this centre; null where it answered the last time. */
  silentSince: z.iso.datetime().nullable(),
  /** Whether the answer is recent enough to be taken for what holds now. */
  isCurrent: z.boolean(),
})
export type CentreRecord = z.infer<typeof CentreRecord>
