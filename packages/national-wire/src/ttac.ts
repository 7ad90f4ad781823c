import * as z from 'zod'
import { ditasReply } from './data-objects.ts'

/** Ours: TTAC publishes no interface for centres. A pack is asked for by its UID or by the code under the scratch label. */
export const PackRequest = z.union([
  z.object({ uid: z.string().regex(/^\d{20}$/) }),
  z.object({ authCode: z.string().regex(/^\d{16}$/) }),
])

export const TtacPack = z.object({
  uid: z.string(),
  gtin: z.string(),
  irc: z.string(),
  genericCode: z.string(),
  productName: z.string(),
  batch: z.string(),
  /** Gregorian, as printed on the label (GS1 AI 17). */
  expiry: z.iso.date(),
  units: z.int().positive(),
})
export type TtacPack = z.infer<typeof TtacPack>
export const PackReply = ditasReply(
  z.discriminatedUnion('state', [
    z.object({ state: z.enum(['genuine', 'sold', 'expired', 'recalled']), pack: TtacPack }),
    z.object({ state: z.literal('unknown') }),
  ]),
)
