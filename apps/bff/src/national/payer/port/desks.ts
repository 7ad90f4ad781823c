import type { PayerCall, Refused } from './call.ts'
import type { DeliveryLine, DeliveryVerdict } from './dispensing.ts'
import type { ItemCode, ItemKind } from './item.ts'
import type { Order } from './ordering.ts'

/** What a specialist answered to a referral. */
export interface ReferralAnswer {
  by: string | null
  /** ISO 8601; null where the insurer does not tell it. */
  at: string | null
  feedback: string
}

/** For insurers whose referral is a line of kind `referral` in a prescription (others: `OrdersWithoutLines`); its tracking code opens the visit at the specialist. */
export interface ReferralDesk {
  /** What the referring doctor wrote, for the specialist. More than one where the referral itself came by referral. */
  origins(call: PayerCall & { trackingCode: string }): Promise<{ outcome: 'found'; orders: Order[] } | Refused>
  /** Opens the specialist's visit on the referral; lines are then checked and registered under it like any others. */
  openVisit(call: PayerCall & { trackingCode: string }): Promise<{ outcome: 'opened'; visitRef: string } | Refused>
  /** Registers the visit with the feedback to the referring doctor; `checkRefs` may be empty. Told once, like `register`. */
  answer(
    call: PayerCall & { visitRef: string; checkRefs: string[]; feedback: string },
  ): Promise<{ outcome: 'registered'; trackingCode: string } | Refused>
  /** The feedback to a prescription of one's own; empty while nobody answered. */
  answers(call: PayerCall & { visitRef: string }): Promise<{ outcome: 'found'; answers: ReferralAnswer[] } | Refused>
}

/** Who may have written a paper, as the insurer finds him by council number. */
export interface PaperWriter {
  /** The insurer's number of this doctor at this centre. */
  writerRef: string
  name: string
  councilNumber: string
  /** Centre and its kind, e.g. «مطب». */
  centre: string
  licence: string
}

/** A line of a paper and what is handed over for it. */
export interface PaperItem {
  ordered: { code: ItemCode; count: number }
  delivered: { code: ItemCode; count: number }
  kind?: ItemKind
  consumption: string
  instruction: string
  note: string
  periods: number
  compound: number | null
  /** The pharmacy's own price of one unit; the insurer's reference price counts where it is null. */
  unitPrice: number | null
}

/** Prescriptions that were written on paper (A70), entered by whoever hands over. Packs are inquired as for any delivery. */
export interface PaperDesk {
  /** `writtenOn`: Jalali YYYY-MM-DD. */
  writers(
    call: PayerCall & { councilNumber: string; writtenOn: string; grade: 'doctor' | 'midwife' },
  ): Promise<{ outcome: 'found'; writers: PaperWriter[] } | Refused>
  /** Opens the visit with the picture of the paper: JPEG or PNG, up to 2 MiB; told apart by content, never by name. */
  open(
    call: PayerCall & { writer: Pick<PaperWriter, 'writerRef' | 'councilNumber'>; writtenOn: string; grade: 'doctor' | 'midwife'; image: Uint8Array },
  ): Promise<{ outcome: 'opened'; visitRef: string } | Refused>
  check(call: PayerCall & { visitRef: string; item: PaperItem; alongside: string[] }): Promise<DeliveryVerdict>
  /** Registers the order alone, to be delivered later by its tracking code like any other. Generics and services only. */
  register(call: PayerCall & { visitRef: string; checkRefs: string[] }): Promise<{ outcome: 'registered'; trackingCode: string } | Refused>
  /** Registers and delivers in one; two phases like `deliver` of the counter. Afterwards it is a delivery like any other. */
  deliver(
    call: PayerCall & { visitRef: string; lines: DeliveryLine[] },
  ): Promise<{ outcome: 'delivered-unconfirmed'; deliveryRef: string; trackingCode: string } | Refused>
  confirm(call: PayerCall & { deliveryRef: string }): Promise<{ outcome: 'confirmed' } | Refused>
}
