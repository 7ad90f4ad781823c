/**
 * What Noskhe asks of a basic insurer, in our words. One adapter per insurer; eligibility says which. A refusal is a value;
 * where no answer was read, `NationalUnavailable` or `NationalUnreadable` is thrown (`gateway/failures.ts`) and its `sent`
 * says whether a write may have happened. All money is integer Rial; all instants are ISO 8601.
 */
export type InsurerCode = 'salamat' | 'tamin' | 'armed-forces' | 'private'

/** The account of the doctor or the pharmacy at the insurer, and the screen it is used from. */
export interface Party {
  username: string
  password: string
  clientIp: string
  /** User agent of the browser behind the call. */
  agent: string
  /** SIAM id of the centre she works in now, or its number at the insurer; the account's own centre when absent. */
  siteId?: string
  /** One-time password, for accounts with two-step sign-in; asked for by a refusal with reason `otp-needed`. */
  otp?: string
}

export interface PayerPatient {
  identity: { kind: 'national-code' | 'fida' | 'unique-id' | 'insurance-code'; value: string }
}

/** Every call is made by somebody for somebody. */
export interface PayerCall {
  party: Party
  patient: PayerPatient
}

/**
 * Why an insurer says no. Closed: each reason has one next step for the user. `unlisted` is a number that the insurer's published
 * contract does not name; its own words are then all there is.
 */
export const refusalReasons = [
  'sign-in', 'otp-needed', 'otp-wrong', 'session', 'no-access', 'no-contract', 'not-covered', 'patient-unknown', 'patient-deceased',
  'over-ceiling', 'needs-document', 'daily-limit', 'duplicate', 'already-used', 'already-delivered', 'already-deleted', 'not-found',
  'not-yours', 'mismatch', 'expired', 'archived', 'window-closed', 'not-permitted', 'pack-unknown', 'pack-used',
  'pack-recalled', 'pack-expired', 'pack-mismatch', 'busy', 'insurer-fault', 'invalid', 'unlisted',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export interface Refused {
  outcome: 'refused'
  reason: RefusalReason
  /** The insurer's number for it, as text, for the audit trail and for a call to their help desk. */
  code: string
  /** The insurer's own words; may be empty, may be in either language. */
  message: string
  /** Ours, in Persian: what happened and what to do now. */
  advice: string
}

export interface PayerMessage {
  severity: 'advisory' | 'warning' | 'rejection'
  text: string
}

/** What is ordered: a generic (five digits), a licensed product (IRC, sixteen digits) or a service (RVU). */
export interface ItemCode {
  system: 'generic' | 'irc' | 'rvu'
  value: string
}

export interface OrderItem {
  code: ItemCode
  /** Units (tablets, bottles …), whole. */
  count: number
  /** How much and how often, e.g. «هر ۸ ساعت ۱ عدد». */
  consumption: string
  /** Further instruction, e.g. «بعد از غذا». */
  instruction: string
  note: string
  /** Over how many periods `count` is spread, as the insurer records it; 1 where it is not repeated. */
  periods: number
  /** Items of one compounded preparation share a number; null where it stands alone. */
  compound: number | null
  /** Jalali YYYY-MM-DD from which it may be dispensed; null for at once. */
  activeFrom: string | null
}

/** The insurer's verdict on one line of an order, before it is registered. */
export type OrderVerdict =
  | {
      outcome: 'covered' | 'not-covered' | 'over-ceiling' | 'needs-document'
      /** Hand it to `register`; null where the line cannot be registered with this insurer. */
      checkRef: string | null
      /** Most units the insurer covers; null where it names no ceiling. */
      maxCovered: number | null
      /** Reference price of one unit; null where the insurer does not say. */
      unitPrice: number | null
      messages: PayerMessage[]
    }
  | Refused

export type ItemStatus = 'ordered' | 'partly-delivered' | 'delivered'

export interface OrderedItem {
  /** The insurer's name of the line. */
  checkRef: string
  code: ItemCode
  name: string
  form: string | null
  ordered: number
  /** Confirmed deliveries only. */
  delivered: number
  remaining: number
  status: ItemStatus
  consumption: string
  instruction: string
  note: string
  periods: number
  compound: number | null
  activeFrom: string | null
  unitPrice: number | null
  deliveries: { at: string | null; count: number; code: ItemCode | null; name: string; by: string | null }[]
}

export interface OrderSummary {
  trackingCode: string
  visitRef: string
  writtenAt: string
  /** The centre where it was written. */
  writtenAtCentre: string
  patientName: string
  fund: string
}

export interface Order {
  /** Null where it was asked for by visit and the insurer does not tell it. */
  trackingCode: string | null
  visitRef: string
  writtenAt: string
  prescriber: { name: string; councilNumber: string | null; licence: string | null; phone: string | null }
  items: OrderedItem[]
}

export interface DeliveryItem {
  /** The ordered line it answers; null for an item outside the prescription. */
  orderRef: string | null
  /** What is handed over; another product of the same generic may answer the line. */
  code: ItemCode
  count: number
  consumption: string
  instruction: string
  note: string
  periods: number
  /** The pharmacy's own price of one unit; the insurer's reference price counts where it is null. */
  unitPrice: number | null
}

/** Of one line. `insurerShare + patientShare + discount = total`. */
export interface LinePrice {
  total: number
  insurerShare: number
  patientShare: number
  discount: number
}

export type DeliveryVerdict =
  | {
      outcome: 'covered' | 'not-covered' | 'over-ceiling' | 'needs-document'
      checkRef: string | null
      price: LinePrice | null
      maxCovered: number | null
      /** Whether each pack's UID must be inquired and handed to `deliver`. */
      needsPackCheck: boolean
      messages: PayerMessage[]
    }
  | Refused

export interface DeliveryLine {
  checkRef: string
  packs: { uid: string; count: number }[]
}

/** What the insurer knows of a delivery. */
export type DeliveryState =
  | {
      outcome: 'delivered'
      visitRef: string
      orderedAt: string | null
      deliveredAt: string | null
      total: number
      patientShare: number
      lines: { name: string; code: ItemCode | null; count: number; total: number; patientShare: number }[]
    }
  | { outcome: 'deleted' }
  | { outcome: 'not-found' }
  | Refused

/** One line of the month's account with one fund. */
export interface BillLine {
  billRef: string
  fund: string
  /** visit, drug … as the insurer names it. */
  kind: string
  kindTitle: string
  /** Jalali YYYY-MM. */
  cycle: string
  count: number
  insurerShare: number
  /** The insurer's own remark, e.g. which of the account's centres it is about. */
  note: string
  /** `person`: of this account alone (a doctor's visits). `centre`: told alike to every account of the centre (its drugs). */
  of: 'person' | 'centre'
}

export interface Coverage {
  outcome: 'covered' | 'not-covered'
  patientName: string
  fund: string
  /** Jalali YYYY-MM-DD, as the insurer says it. */
  validUntil: string | null
  messages: PayerMessage[]
}

export interface Payer {
  insurer: InsurerCode
  /** The patient as the insurer sees her now; opens her session. */
  coverage(call: PayerCall): Promise<Coverage | Refused>
  /** Opens the visit under which lines are ordered (IHIO: SAMAD). */
  openVisit(call: PayerCall): Promise<{ outcome: 'opened'; visitRef: string } | Refused>
  /** `alongside` are the checkRefs of the other lines of the same prescription. */
  checkOrder(call: PayerCall & { visitRef: string; item: OrderItem; alongside: string[] }): Promise<OrderVerdict>
  register(call: PayerCall & { visitRef: string; checkRefs: string[] }): Promise<{ outcome: 'registered'; trackingCode: string } | Refused>
  /** Takes lines out of and into a registered prescription; the tracking code stays. */
  amend(
    call: PayerCall & { visitRef: string; add: string[]; remove: string[] },
  ): Promise<{ outcome: 'registered'; trackingCode: string } | Refused>
  /** Asked after a `register` whose outcome is unknown. */
  findRegistration(
    call: PayerCall & { visitRef: string; writtenOn: Date },
  ): Promise<{ outcome: 'registered'; trackingCode: string } | { outcome: 'not-registered' } | Refused>
  /** What was ordered and what was delivered of it, for the doctor's screen. */
  progress(call: PayerCall & { visitRef: string }): Promise<{ outcome: 'found'; items: OrderedItem[] } | Refused>
  /** The patient's undelivered prescriptions, for the counter. */
  openOrders(call: PayerCall): Promise<{ outcome: 'found'; orders: OrderSummary[] } | Refused>
  order(call: PayerCall & { trackingCode: string }): Promise<{ outcome: 'found'; order: Order } | Refused>
  orderByVisit(call: PayerCall & { visitRef: string }): Promise<{ outcome: 'found'; order: Order } | Refused>
  checkDelivery(call: PayerCall & { trackingCode: string; item: DeliveryItem; alongside: string[] }): Promise<DeliveryVerdict>
  /** Is this pack genuine, in the market, and of the checked product? Asks the insurer, who asks TTAC. */
  inquirePack(call: PayerCall & { checkRef: string; uid: string; count: number }): Promise<{ outcome: 'accepted' } | Refused>
  /** Gives an inquired pack back to the market without a delivery. */
  releasePack(call: PayerCall & { checkRef: string; uid: string; count: number }): Promise<{ outcome: 'released' } | Refused>
  /**
   * First of two phases: until `confirmDelivery` nothing counts for anybody, though its units are held. Where its answer was
   * lost there is nothing to ask by: the insurer lets it lapse, and the line is open again.
   */
  deliver(
    call: PayerCall & { trackingCode: string; lines: DeliveryLine[] },
  ): Promise<{ outcome: 'delivered-unconfirmed'; deliveryRef: string } | Refused>
  confirmDelivery(call: PayerCall & { deliveryRef: string }): Promise<{ outcome: 'confirmed' } | Refused>
  /** Asked after a `confirmDelivery` whose outcome is unknown: only a confirmed delivery is found. */
  findDelivery(call: PayerCall & { deliveryRef: string }): Promise<DeliveryState>
  deleteDelivery(call: PayerCall & { deliveryRef: string }): Promise<{ outcome: 'deleted' } | Refused>
  /** Jalali year and month; only lines of the party's centre (`siteId`), where the account serves several. */
  bills(call: { party: Party; year: number; month: number }): Promise<{ outcome: 'found'; lines: BillLine[] } | Refused>
}
