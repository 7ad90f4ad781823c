import type { Party, PayerCall, PayerMessage, Refused } from './call.ts'
import type { ItemKind } from './item.ts'

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

/** A page the insurer made for the printer. `mediaType` is told by its first bytes. */
export type Printout = { outcome: 'printed'; mediaType: 'application/pdf' | 'text/html' | 'application/octet-stream'; bytes: Uint8Array } | Refused

export interface Printouts {
  /** The lines of one kind of a registered prescription. */
  order(call: PayerCall & { visitRef: string; kind: ItemKind }): Promise<Printout>
  delivery(call: { party: Party; deliveryRef: string }): Promise<Printout>
  bill(call: { party: Party; billRef: string }): Promise<Printout>
}
