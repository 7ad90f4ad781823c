import type { PayerMessage, Refused, RuleConfirmation } from './call.ts'
import type { ItemCode, ItemKind, LinePrice } from './item.ts'

export interface OrderItem {
  code: ItemCode
  /** A drug where it is absent and the code is no service's. */
  kind?: ItemKind
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
  /** ICD-10 of what this line is for. */
  diagnosis?: string
  /** FDI number of the tooth that a dental service is about. */
  tooth?: string
  /** Who does a medical service: its orderer (where nothing is said), or another provider by her order. */
  doneBy?: 'orderer' | 'another'
  /** The insurer's own number of the special disease, or of the plan, under which the line is covered. */
  illness?: string
  plan?: string
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
      /** Where the insurer's rules confirm a line (9-1-4). */
      confirmation?: RuleConfirmation
      /** Where the insurer itself computes who would pay what, with the source of it in words. */
      price?: LinePrice & { source: string }
    }
  | Refused

export type ItemStatus = 'ordered' | 'partly-delivered' | 'delivered'

export interface OrderedItem {
  /** The insurer's name of the line. */
  checkRef: string
  code: ItemCode
  /** Absent where the insurer does not tell it. */
  kind?: ItemKind
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
  /** Its own tracking code, where the insurer keeps the prescription in several parts. */
  trackingCode?: string
}

/** What an insurer keeps apart: drugs from laboratory and imaging, from services done here, from services for another to do. */
export type PartKind = 'drug' | 'paraclinical' | 'service' | 'referred-service'

export interface RegisteredPart {
  kind: PartKind
  trackingCode: string
  checkRefs: string[]
}

export interface Registered {
  outcome: 'registered'
  trackingCode: string
  /**
   * Told where the insurer keeps one prescription in several, each under a code of its own; `trackingCode` is then the first
   * one's. A registration is whole or not at all: a part that could not follow takes the others back.
   */
  parts?: RegisteredPart[]
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
