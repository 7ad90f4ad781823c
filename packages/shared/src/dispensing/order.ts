import { z } from 'zod'
import { Id, Identity } from '../identifiers.ts'
import { Rial, Shares } from '../money.ts'
import { InsurerCode } from '../patients/eligibility.ts'
import { PayerMessage } from '../prescriptions/item.ts'

/** Where a prescription is found again: at this payer, for this person, under this tracking code. */
export const OrderRef = z.object({ insurer: InsurerCode, identity: Identity, trackingCode: z.string().min(3).max(32) }).meta({ id: 'OrderRef' })
export type OrderRef = z.infer<typeof OrderRef>

/** A prescription as the payer lists it, whoever wrote it. */
export const OrderSummary = z.object({
  ref: OrderRef,
  /** Empty where the payer tells no name. */
  patientName: z.string(),
  centreName: z.string().nullable(),
  orderedAt: z.iso.datetime().nullable(),
  /** Fund (صندوق) in the payer's words. */
  fund: z.string().nullable(),
})
export type OrderSummary = z.infer<typeof OrderSummary>

/**
 * Somebody who was asked and told nothing, so that what was found may not be all there is. `national`: the exchange that
 * finds a prescription by HID or tracking code. `advice` is the insurer's refusal in words, where it gave one.
 */
export const Unanswered = z.object({
  who: z.enum([...InsurerCode.options, 'national']),
  reason: z.enum(['silent', 'no-account', 'refused']),
  advice: z.string().nullable(),
})
export type Unanswered = z.infer<typeof Unanswered>

export const OrderItem = z.object({
  /** The payer's own name for the line; opaque. */
  itemRef: z.string(),
  code: z.string(),
  /** As the payer names it. */
  name: z.string(),
  directions: z.string(),
  note: z.string(),
  /** Units; whole. */
  prescribed: z.int(),
  delivered: z.int(),
  remaining: z.int(),
  unitPrice: Rial.nullable(),
  state: z.enum(['waiting', 'partial', 'delivered', 'not-due']),
  /** Jalali YYYY-MM-DD from which it may be given; null for at once. */
  activeFrom: z.string().nullable(),
})
export type OrderItem = z.infer<typeof OrderItem>

/** One prescription as its payer tells it now. */
export const Order = OrderSummary.extend({
  prescriberName: z.string().nullable(),
  prescriberCouncilNumber: z.string().nullable(),
  items: z.array(OrderItem),
}).meta({ id: 'Order' })
export type Order = z.infer<typeof Order>

/** A pack that was verified as genuine and belongs to its line. `count` of its `units` are taken for this delivery. */
export const ScannedPack = z.object({
  uid: z.string(),
  productName: z.string(),
  batch: z.string(),
  expiry: z.iso.date(),
  units: z.int().positive(),
  count: z.int().positive(),
})
export type ScannedPack = z.infer<typeof ScannedPack>

/** The payer's answer for a line about to be given (A62): the price and both shares, or why not. */
export const DeliveryLine = z.object({
  id: Id,
  itemRef: z.string(),
  code: z.string(),
  name: z.string(),
  quantity: z.int().positive(),
  prescribed: z.int(),
  remainingBefore: z.int(),
  outcome: z.enum(['covered', 'not-covered', 'over-ceiling', 'needs-document', 'refused']),
  /** False where the payer lets nothing be registered for it: such a line stays, with its messages, and is not given. */
  isGiven: z.boolean(),
  /** Whether the payer wants to see packs for the whole quantity before the hand-over. */
  needsPacks: z.boolean(),
  messages: z.array(PayerMessage),
  maxCovered: z.int().nullable(),
  shares: Shares.nullable(),
  packs: z.array(ScannedPack),
})
export type DeliveryLine = z.infer<typeof DeliveryLine>

/** Units of a line that no scanned pack covers yet. */
export const unitsWithoutPack = (line: Pick<DeliveryLine, 'quantity' | 'packs'>): number =>
  line.quantity - line.packs.reduce((sum, pack) => sum + pack.count, 0)

/** Whether the packs that the payer wants to see are all there. */
export const hasItsPacks = (line: DeliveryLine): boolean => !line.isGiven || !line.needsPacks || unitsWithoutPack(line) === 0

/** Whether the totals of a delivery lack something: a line that is given and that nobody has priced. */
export const hasUnknownPrice = (lines: readonly Pick<DeliveryLine, 'isGiven' | 'shares'>[]): boolean =>
  lines.some((line) => line.isGiven && line.shares === null)

/**
 * What a supplementary company pays of what the basic insurer leaves to the patient (A26). `known`: at the moment of the price,
 * line by line. `refused`: it pays nothing, and says why. `unknown`: it was silent, or eligibility was, so that nobody knows
 * whether there is such a cover (`company` null); that is never read as a share of nothing.
 */
export const SupplementaryShare = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('known'),
    company: z.string(),
    companyCode: z.string(),
    policy: z.string(),
    share: Rial,
    lines: z.array(z.object({ lineId: Id, share: Rial })),
  }),
  z.object({ state: z.literal('refused'), company: z.string(), needsLetter: z.boolean(), message: z.string() }),
  z.object({ state: z.literal('unknown'), company: z.string().nullable() }),
]).meta({ id: 'SupplementaryShare' })
export type SupplementaryShare = z.infer<typeof SupplementaryShare>

/**
 * One hand-over: `prepared` (priced by the payer), `sent` (being told), `delivered`. `unknown`: the payer was told and did
 * not answer; it is asked, and becomes `delivered`, `refused` or `prepared` again. `refused` and `abandoned`: nothing counts.
 */
export const DeliveryState = z.enum(['prepared', 'sent', 'delivered', 'unknown', 'refused', 'abandoned'])
export type DeliveryState = z.infer<typeof DeliveryState>

export const Delivery = z.object({
  id: Id,
  state: DeliveryState,
  ref: OrderRef,
  patientName: z.string(),
  hid: z.string().nullable(),
  lines: z.array(DeliveryLine),
  /** Of the lines that are given and whose price is known (`hasUnknownPrice`). */
  totals: Shares,
  /** Null where she has no supplementary cover; its share is a part of the patient's share in `totals`. */
  supplementary: SupplementaryShare.nullable(),
  refusal: z.string().nullable(),
  startedAt: z.iso.datetime(),
  deliveredAt: z.iso.datetime().nullable(),
}).meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof Delivery>

/** Rial that the patient pays at the counter: her share, less what a supplementary company said that it pays of it. */
export const patientPaysOf = ({ totals, supplementary }: Pick<Delivery, 'totals' | 'supplementary'>): number =>
  totals.patientShare - (supplementary?.state === 'known' ? supplementary.share : 0)
