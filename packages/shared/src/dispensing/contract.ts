import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, Identity, PackUid } from '../identifiers.ts'
import { Delivery, Order, OrderRef, OrderSummary } from './order.ts'

const national = ['national.unavailable', 'national.unreadable'] as const
const payer = ['payer.account-missing', 'payer.not-connected', 'payer.refused', ...national] as const

export const searchOrders = endpoint({
  method: 'POST',
  path: '/dispensing/search',
  summary:
    'Find prescriptions by national code, FIDA, HID or tracking code (A60). The id is verified against the national base (A61) and the prescriptions come from the payer.',
  allow: ['dispenser'],
  input: z.object({
    text: z.string().min(1).max(64),
    /** Narrows a tracking code that several patients share. */
    identity: Identity.nullable(),
  }),
  output: z.object({ foundBy: z.enum(['national-code', 'fida', 'tracking-code', 'hid']), orders: z.array(OrderSummary) }),
  fails: ['order.not-found', ...payer],
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
    lines: z.array(z.object({ itemRef: z.string(), quantity: z.int().positive() })).min(1).max(40),
  }),
  output: Delivery,
  fails: ['order.not-found', 'delivery.quantity-exceeded', ...payer],
  once: true,
})

export const scanPack = endpoint({
  method: 'POST',
  path: '/dispensing/deliveries/:id/packs',
  summary: 'Check one pack’s authenticity, match it to the line and tell the payer (A43, A64)',
  allow: ['dispenser'],
  input: z.object({ id: Id, lineId: Id.nullable(), uid: PackUid }),
  output: Delivery,
  fails: [
    'delivery.not-found',
    'delivery.wrong-status',
    'pack.sold',
    'pack.expired',
    'pack.recalled',
    'pack.unknown',
    'pack.wrong-product',
    'pack.already-scanned',
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
  fails: ['delivery.not-found', 'delivery.wrong-status', 'delivery.refused', ...payer],
  once: true,
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
  input: z.object({ before: z.iso.datetime().optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  output: z.object({ deliveries: z.array(Delivery), next: z.iso.datetime().nullable() }),
  fails: [],
})
