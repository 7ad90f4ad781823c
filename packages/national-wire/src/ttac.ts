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

/**
 * The life of a pack between the shelf and the patient, ours as well: a centre holds it while it stands on the counter,
 * sells it when it is handed over, gives it back when it is not, or comes back. `saleRef` is the seller's own name of the
 * hand-over, so that a repeat after a lost answer is the same sale.
 */
export const PackHoldRequest = z.object({ uid: z.string().regex(/^\d{20}$/), siamId: z.string().min(1) })
export const PackSaleRequest = PackHoldRequest.extend({ saleRef: z.string().min(1).max(60) })
/** Without a `saleRef` a hold ends; with one the sale of that name is undone. */
export const PackReturnRequest = PackHoldRequest.extend({ saleRef: z.string().min(1).max(60).nullable() })

const PackRefused = z.object({ state: z.enum(['sold', 'expired', 'recalled', 'unknown', 'held-elsewhere']) })

/** A hold ends by itself at `until`; asking again prolongs it. */
export const PackHoldReply = ditasReply(z.union([z.object({ state: z.literal('held'), until: z.iso.datetime() }), PackRefused]))
export const PackSaleReply = ditasReply(z.union([z.object({ state: z.literal('sold-to-patient') }), PackRefused]))
/** `not-yours`: neither held nor sold by this centre under that name; nothing changed. */
export const PackReturnReply = ditasReply(z.object({ state: z.enum(['in-market', 'not-yours']) }))
