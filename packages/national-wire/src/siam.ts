import * as z from 'zod'
import { DoDate, ditasReply } from './data-objects.ts'

/** Ours: SIAM publishes no interface; replace it when it does. Dates are Jalali. */
const Licence = z.object({
  state: z.enum(['active', 'suspended', 'revoked', 'expired']),
  reason: z.string().nullable(),
  validUntil: DoDate,
})

const Role = z.enum(['prescriber', 'dispenser', 'admin'])

const CentreHead = z.object({
  siamId: z.string(),
  name: z.string(),
  kind: z.enum(['clinic', 'office', 'pharmacy']),
  licence: Licence,
})

export const SiamCentre = CentreHead.extend({
  mappedIds: z.array(z.object({ system: z.string(), value: z.string() })),
  address: z.string(),
  phone: z.string(),
  posTerminalId: z.string(),
  /** Insurer code of thritaEHR.insurer with the centre's number there. */
  partnerIds: z.array(z.object({ insurer: z.string(), partnerId: z.string() })),
  personnel: z.array(z.object({ nationalCode: z.string(), role: Role, providerUserId: z.string() })),
})
export type SiamCentre = z.infer<typeof SiamCentre>

export const CentreReply = ditasReply(SiamCentre)

export const PostsRequest = z.object({ nationalCode: z.string() })
export const SiamPost = z.object({ centre: CentreHead, role: Role, providerUserId: z.string() })
export type SiamPost = z.infer<typeof SiamPost>
export const PostsReply = ditasReply(z.array(SiamPost))

export const PersonRequest = z.object({ nationalCode: z.string() })
export const SiamPerson = z.object({
  nationalCode: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  gender: z.enum(['male', 'female']),
  mobile: z.string(),
})
export type SiamPerson = z.infer<typeof SiamPerson>
export const PersonReply = ditasReply(SiamPerson)
