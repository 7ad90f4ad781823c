import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, Identity } from '../identifiers.ts'
import { Rial } from '../money.ts'
import { Findings, OverrideNote } from '../rules/finding.ts'
import { Delivery, Order, OrderRef, OrderSummary, Unanswered } from './order.ts'
import { PackLabel } from './pack-label.ts'

const national = ['national.unavailable', 'national.unreadable'] as const
const payer = ['payer.account-missing', 'payer.not-connected', 'payer.refused', ...national] as const

export const searchOrders = endpoint({
  method: 'POST',
  path: '/dispensing/search',
  summary:
    'Find prescriptions by national code, FIDA, HID or tracking code (A60). A HID is verified at the national base (A61); the prescriptions come from every payer that keeps some, and a payer that told nothing is named.',
  allow: ['dispenser'],
  input: z.object({
    text: z.string().min(1).max(64),
    /** Narrows a tracking code that several patients share. */
    identity: Identity.nullable(),
  }),
  output: z.object({
    foundBy: z.enum(['national-code', 'fida', 'tracking-code', 'hid']),
    orders: z.array(OrderSummary),
    unanswered: z.array(Unanswered),
  }),
  fails: ['order.not-found', 'order.hid-not-valid'],
  perMinute: 60,
})

export const findOrder = endpoint({
  method: 'POST',
  path: '/dispensing/order',
  summary: 'One prescription with its lines and what is left of each, as the payer tells it now',
  allow: ['dispenser'],
  input: z.object({ ref: OrderRef }),
  output: Order,
  fails: ['order.not-found', ...payer],
})

export const prepareDelivery = endpoint({
  method: 'POST',
  path: '/dispensing/deliveries',
  summary: 'Put the lines to be given to the payer’s rules and get the price and shares of each (A62); gives nothing yet',
  allow: ['dispenser'],
  input: z.object({
    ref: OrderRef,
    /** `unitPrice` is the pharmacy's own, in Rial; the payer's reference price counts where it is left out. */
    lines: z.array(z.object({ itemRef: z.string(), quantity: z.int().positive(), unitPrice: Rial.positive().optional() })).min(1).max(40),
  }),
  output: Delivery,
  fails: ['order.not-found', 'delivery.quantity-exceeded', ...payer],
  once: true,
})

export const scanPack = endpoint({
  method: 'POST',
  path: '/dispensing/deliveries/:id/packs',
  summary: 'Check one pack’s authenticity, match it to the line and tell the payer where it wants to know (A43, A64)',
  allow: ['dispenser'],
  input: z.object({ id: Id, lineId: Id.nullable(), label: PackLabel }),
  output: Delivery,
  fails: [
    'delivery.not-found',
    'delivery.wrong-status',
    'pack.sold',
    'pack.expired',
    'pack.recalled',
    'pack.unknown',
    'pack.held-elsewhere',
    'pack.wrong-product',
    'pack.already-scanned',
    'pack.not-needed',
    ...payer,
  ],
})

export const confirmDelivery = endpoint({
  method: 'POST',
  path: '/dispensing/deliveries/:id/confirmation',
  summary: 'Hand over: tell the payer and confirm (A63). State `unknown` when it stayed silent: it is asked, never told twice.',
  allow: ['dispenser'],
  input: z.object({ id: Id }),
  output: Delivery,
  fails: ['delivery.not-found', 'delivery.wrong-status', 'delivery.packs-missing', 'delivery.refused', 'rules.refused', 'centre.inactive', ...payer],
  once: true,
})

export const gatherDeliveryFindings = endpoint({
  method: 'POST',
  path: '/dispensing/deliveries/:id/findings',
  summary:
    'What the clinical rules say of what is to be handed over, beside what this pharmacy gave the patient in the last thirty days (8-7, before service). Asked until every service has answered; after the hand-over, what had been said.',
  allow: ['dispenser'],
  input: z.object({ id: Id }),
  output: Findings,
  fails: ['delivery.not-found'],
})

export const overrideDeliveryFinding = endpoint({
  method: 'POST',
  path: '/dispensing/deliveries/:id/findings/overrides',
  summary: 'Hand over in spite of a finding, for a coded reason of those it offers, kept with the delivery; null takes the reason back',
  allow: ['dispenser'],
  input: z.object({ id: Id, finding: z.string().max(100), reason: z.string().max(200).nullable(), note: OverrideNote }),
  output: Findings,
  fails: ['delivery.not-found', 'delivery.wrong-status', 'rules.finding-gone', 'rules.not-overridable'],
})

export const abandonDelivery = endpoint({
  method: 'POST',
  path: '/dispensing/deliveries/:id/abandonment',
  summary: 'Leave a prepared delivery without giving anything; its packs go back to the market',
  allow: ['dispenser'],
  input: z.object({ id: Id }),
  output: Delivery,
  fails: ['delivery.not-found', 'delivery.wrong-status'],
})

export const findDelivery = endpoint({
  method: 'GET',
  path: '/dispensing/deliveries/:id',
  summary: 'One delivery of this centre',
  allow: ['dispenser'],
  input: z.object({ id: Id }),
  output: Delivery,
  fails: ['delivery.not-found'],
})

export const listDeliveries = endpoint({
  method: 'GET',
  path: '/dispensing/deliveries',
  summary: 'Deliveries of this centre, newest first',
  allow: ['dispenser'],
  input: z.object({
    /** Id of the last one that was seen. */
    before: Id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ deliveries: z.array(Delivery), next: Id.nullable() }),
  fails: [],
})
