import { z } from 'zod'
import { Id, Identity } from '../identifiers.ts'
import { Rial, Shares } from '../money.ts'
import { InsurerCode, PatientPerson } from '../patients/eligibility.ts'
import { PayerMessage } from '../prescriptions/item.ts'

/** Where a prescription is found again: at this payer, for this person, under this tracking code. */
export const OrderRef = z.object({ insurer: InsurerCode, identity: Identity, trackingCode: z.string().min(3).max(32) }).meta({ id: 'OrderRef' })
export type OrderRef = z.infer<typeof OrderRef>

/** A prescription as the payer lists it, whoever wrote it. */
export const OrderSummary = z.object({
  ref: OrderRef,
  patient: PatientPerson.partial({ gender: true, birthDate: true }),
  centreName: z.string().nullable(),
  orderedAt: z.iso.datetime().nullable(),
  status: z.enum(['open', 'partial', 'delivered']),
}).meta({ id: 'OrderSummary' })
export type OrderSummary = z.infer<typeof OrderSummary>

export const OrderItem = z.object({
  /** The payer's own name for the line; opaque. */
  itemRef: z.string(),
  code: z.string(),
  name: z.object({ fa: z.string(), en: z.string() }),
  directions: z.string(),
  note: z.string(),
  prescribed: z.number(),
  delivered: z.number(),
  remaining: z.number(),
  unitPrice: Rial.nullable(),
  state: z.enum(['waiting', 'partial', 'delivered', 'not-due']),
})
export type OrderItem = z.infer<typeof OrderItem>

/** One prescription as its payer tells it now. */
export const Order = OrderSummary.extend({
  prescriberName: z.string().nullable(),
  prescriberCouncilNumber: z.string().nullable(),
  items: z.array(OrderItem),
}).meta({ id: 'Order' })
export type Order = z.infer<typeof Order>

/** What a pack's label turned out to be (8-11). `unanswered` is not genuine. */
export const PackState = z.enum(['genuine', 'sold', 'expired', 'recalled', 'unknown', 'unanswered'])
export type PackState = z.infer<typeof PackState>

export const ScannedPack = z.object({ uid: z.string(), productName: z.string(), batch: z.string(), expiry: z.iso.date(), units: z.int().positive() })
export type ScannedPack = z.infer<typeof ScannedPack>

/** The payer's answer for a line about to be given (A62): the price and both shares, or why not. */
export const DeliveryLine = z.object({
  id: Id,
  itemRef: z.string(),
  code: z.string(),
  name: z.object({ fa: z.string(), en: z.string() }),
  quantity: z.int().positive(),
  prescribed: z.number(),
  remainingBefore: z.number(),
  outcome: z.enum(['covered', 'not-covered', 'over-ceiling', 'needs-document', 'refused']),
  messages: z.array(PayerMessage),
  maxCovered: z.int().nullable(),
  shares: Shares.nullable(),
  packs: z.array(ScannedPack),
}).meta({ id: 'DeliveryLine' })
export type DeliveryLine = z.infer<typeof DeliveryLine>

/**
 * One hand-over, in two phases: `prepared` (priced by the payer), then `delivered`. `unknown`: the payer was told and did
 * not answer; it is asked, never told again. `refused`: nothing was given.
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
  totals: Shares,
  refusal: z.string().nullable(),
  startedAt: z.iso.datetime(),
  deliveredAt: z.iso.datetime().nullable(),
}).meta({ id: 'Delivery' })
export type Delivery = z.infer<typeof Delivery>
