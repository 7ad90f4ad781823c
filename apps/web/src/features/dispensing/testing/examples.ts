import { NationalCode } from '@noskhe/shared/identifiers'
import type { Delivery, DeliveryLine, Order, OrderItem, OrderRef, OrderSummary, ScannedPack } from '@noskhe/shared/dispensing/order'

export const ref: OrderRef = {
  insurer: 'salamat',
  identity: { kind: 'national-code', value: NationalCode.parse('1384950613') },
  trackingCode: '00903',
}

export const summary = (more: Partial<OrderSummary> = {}): OrderSummary => ({
  ref,
  patientName: 'زهرا احمدی‌فر',
  centreName: 'درمانگاه مهر ونک',
  orderedAt: '2026-11-24T08:00:00.000Z',
  fund: 'کارکنان دولت',
  ...more,
})

export const item = (name: string, remaining: number, more: Partial<OrderItem> = {}): OrderItem => ({
  itemRef: `ref-${name}`,
  code: '60001',
  name,
  directions: 'هر 8 ساعت 1 عدد',
  note: '',
  prescribed: remaining,
  delivered: 0,
  remaining,
  unitPrice: 1_000,
  state: 'waiting',
  activeFrom: null,
  ...more,
})

export const order = (items: OrderItem[]): Order => ({ ...summary(), prescriberName: 'نرگس کاویانی', prescriberCouncilNumber: '145263', items })

export const deliveryId = '0199c0de-0000-7000-8000-00000000000a'

export const pack: ScannedPack = {
  uid: '12345012345678901234',
  productName: 'آموکسی‌سیلین 500 mg',
  batch: 'A-8812',
  expiry: '2028-05-01',
  units: 30,
  count: 21,
}

export const line = (name: string, quantity: number, more: Partial<DeliveryLine> = {}): DeliveryLine => ({
  id: '0199c0de-0000-7000-8000-0000000000b1',
  itemRef: `ref-${name}`,
  code: '60001',
  name,
  quantity,
  prescribed: quantity * 2,
  remainingBefore: quantity * 2,
  outcome: 'covered',
  isGiven: true,
  needsPacks: true,
  messages: [],
  maxCovered: null,
  shares: { total: quantity * 1_000, insurerShare: quantity * 700, patientShare: quantity * 300 },
  packs: [],
  ...more,
})

export const delivery = (state: Delivery['state'], lines: DeliveryLine[], more: Partial<Delivery> = {}): Delivery => ({
  id: deliveryId,
  state,
  ref,
  patientName: 'زهرا احمدی‌فر',
  hid: '12345AB6CD',
  lines,
  totals: { total: 21_000, insurerShare: 14_700, patientShare: 6_300 },
  supplementary: null,
  refusal: null,
  startedAt: new Date().toISOString(),
  deliveredAt: state === 'delivered' ? new Date().toISOString() : null,
  ...more,
})
