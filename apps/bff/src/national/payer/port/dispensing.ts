import type { Party, PayerCall, PayerMessage, Refused } from './call.ts'
import type { ItemCode, ItemKind, LinePrice } from './item.ts'

export interface DeliveryItem {
  /** The ordered line it answers; null for an item outside the prescription. */
  orderRef: string | null
  /** What is handed over; another product of the same generic may answer the line. */
  code: ItemCode
  /** A drug where it is absent and the code is no service's. */
  kind?: ItemKind
  count: number
  consumption: string
  instruction: string
  note: string
  periods: number
  /** The pharmacy's own price of one unit; the insurer's reference price counts where it is null. */
  unitPrice: number | null
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

/** Prescriptions waiting at this pharmacy, of whatever patient. */
export interface DeliveryQueue {
  waiting(call: { party: Party }): Promise<{ outcome: 'found'; entries: QueueEntry[] } | Refused>
  send(call: PayerCall & { trackingCode: string }): Promise<{ outcome: 'queued' } | Refused>
}

export interface QueueEntry {
  trackingCode: string
  patientName: string
  /** National code or FIDA id, as the insurer keeps it. */
  patientNumber: string
}

/** A confirmed delivery of one's own, as the insurer lists it. */
export interface OwnDelivery {
  deliveryRef: string
  trackingCode: string
  patientName: string
  patientNumber: string
  fund: string
  /** ISO 8601; null where the insurer does not tell it readably. */
  deliveredAt: string | null
  isPaper: boolean
}
