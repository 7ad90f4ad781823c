/**
 * What Noskhe asks of a basic insurer, in our words. One adapter per insurer; eligibility says which. A refusal is a value;
 * where no answer was read, `NationalUnavailable` or `NationalUnreadable` is thrown (`gateway/failures.ts`) and its `sent`
 * says whether a write may have happened. All money is integer Rial; all instants are ISO 8601.
 */
import type { BillLine, Coverage, Printouts } from './port/account.ts'
import type { InsurerCode, Party, PayerCall, PayerPatient, Refused, RuleConfirmation } from './port/call.ts'
import type { PayerCatalogue } from './port/catalogue.ts'
import type { PaperDesk, ReferralDesk } from './port/desks.ts'
import type { DeliveryItem, DeliveryLine, DeliveryQueue, DeliveryState, DeliveryVerdict, OwnDelivery } from './port/dispensing.ts'
import type { Order, OrderedItem, OrderItem, OrderSummary, OrderVerdict, Registered } from './port/ordering.ts'
import type { OrdersWithoutLines } from './port/without-lines.ts'

export {
  refusalReasons, type InsurerCode, type Party, type PayerPatient, type PayerCall, type RefusalReason, type Refused,
  type PayerMessage, type RuleConfirmation,
} from './port/call.ts'
export type { ItemKind, ItemCode, LinePrice } from './port/item.ts'
export type {
  OrderItem, OrderVerdict, ItemStatus, OrderedItem, PartKind, RegisteredPart, Registered, OrderSummary, Order,
} from './port/ordering.ts'
export type { Act, Referral, OrdersWithoutLines } from './port/without-lines.ts'
export type {
  DeliveryItem, DeliveryVerdict, DeliveryLine, DeliveryState, DeliveryQueue, OwnDelivery,
} from './port/dispensing.ts'
export type { BillLine, Coverage, Printout, Printouts } from './port/account.ts'
export type { ListedItem, PayerCatalogue } from './port/catalogue.ts'
export type { ReferralDesk, PaperWriter, PaperItem, PaperDesk } from './port/desks.ts'

export interface Payer {
  insurer: InsurerCode
  /** The patient as the insurer sees her now; opens her session. */
  coverage(call: PayerCall): Promise<Coverage | Refused>
  /** Opens the visit under which lines are ordered (IHIO: SAMAD). */
  openVisit(call: PayerCall): Promise<{ outcome: 'opened'; visitRef: string } | Refused>
  /** `alongside` are the checkRefs of the other lines of the same prescription. */
  checkOrder(call: PayerCall & { visitRef: string; item: OrderItem; alongside: string[] }): Promise<OrderVerdict>
  /**
   * The confirmation of a whole prescription by the insurer's rules, for exactly these lines (9-1-4); asked again for the same
   * lines it is the same one while it is valid. Absent where the insurer gives none.
   */
  confirmOrder?(call: PayerCall & { visitRef: string; checkRefs: string[] }): Promise<{ outcome: 'confirmed'; confirmation: RuleConfirmation } | Refused>
  register(call: PayerCall & { visitRef: string; checkRefs: string[] }): Promise<Registered | Refused>
  /** Takes lines out of and into a registered prescription; the tracking code stays. */
  amend(
    call: PayerCall & { visitRef: string; add: string[]; remove: string[] },
  ): Promise<Registered | Refused>
  /**
   * Takes a registered prescription back whole, or the act of a visit. Absent where the insurer knows no such thing (Salamat:
   * lines may be taken out by `amend`, the last one stays). Asked again
   * it takes back what is left: after a lost answer it may simply be repeated.
   */
  withdraw?(call: PayerCall & { visitRef: string }): Promise<{ outcome: 'withdrawn' } | Refused>
  withoutLines?: OrdersWithoutLines
  /** Asked after a `register` whose outcome is unknown. */
  findRegistration(
    call: PayerCall & { visitRef: string; writtenOn: Date },
  ): Promise<Registered | { outcome: 'not-registered' } | Refused>
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

  // What not every insurer has. A capability that is absent is not there to be asked: the screen leaves it out and says so.

  catalogue?: PayerCatalogue
  referral?: ReferralDesk
  paper?: PaperDesk
  queue?: DeliveryQueue
  printable?: Printouts
  /** Own confirmed deliveries of whole days, both ends included; of one patient where she is named. Newest first. */
  deliveries?(
    call: { party: Party; patient?: PayerPatient; from: Date; to: Date },
  ): Promise<{ outcome: 'found'; deliveries: OwnDelivery[] } | Refused>
  /** Whether the insurer shows this account its bill at all, with its own remark. */
  billStatus?(call: { party: Party }): Promise<{ outcome: 'found'; isViewable: boolean; remark: string } | Refused>
}
