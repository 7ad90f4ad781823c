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
  /** The number she gave at her admission (`09…`); without it the insurer's own record of her counts. */
  mobile?: string
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
  /** The rule that says so, where the insurer names it: without its version nobody can say later what was applied (A36). */
  rule?: { id: string; version: number }
  /** What that rule looks at («age», «duplicate»), where it is told. */
  topic?: string
  /** What would cost less, where the message proposes it by its code. */
  proposal?: { code: string; name: string }
}

/** شناسهٔ پیگیری تأیید قواعد (9-1-4), of one line or of a whole prescription. */
export interface RuleConfirmation {
  id: string
  /** ISO 8601; past it the rules must be asked again. */
  validUntil: string
}

/** What kind of thing is ordered or handed over. */
export const itemKinds = ['drug', 'lab', 'imaging', 'physiotherapy', 'physician-service', 'referral'] as const
export type ItemKind = (typeof itemKinds)[number]

/** What is ordered: a generic (five digits), a licensed product (IRC, sixteen digits) or a service (RVU). */
export interface ItemCode {
  system: 'generic' | 'irc' | 'rvu'
  value: string
}

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

/** What is ordered without lines: a visit, a referral to a colleague, the answer to one, a stay in hospital. */
export type Act =
  | { kind: 'visit' }
  | {
      kind: 'referral'
      /** Of the insurer's list (`specialties`). */
      specialty: string
      /** The council number of one colleague; null for whoever is of the specialty. */
      to: string | null
      reason: string
      diagnosis: string | null
      isUrgent: boolean
    }
  | { kind: 'feedback'; referralRef: string; text: string; answers: { question: string; answer: string }[] }
  | { kind: 'hospitalisation'; reason: string; diagnosis: string }

export interface Referral {
  referralRef: string
  trackingCode: string
  writtenAt: string
  patientName: string
  from: { name: string; councilNumber: string; specialty: string }
  specialty: string
  to: string | null
  reason: string
  diagnosis: string | null
  isUrgent: boolean
  /** Null while nobody has answered. */
  feedback: { at: string; by: string; text: string; answers: { question: string; answer: string }[] } | null
}

/** A question that the insurer wants answered with a feedback, and what may be answered. */
export interface FeedbackQuestion {
  question: string
  title: string
  answers: { answer: string; title: string }[]
}

export interface Choice {
  code: string
  title: string
}

/** What only some insurers know; `Payer.withoutLines` is absent where the insurer's contract has no such thing. */
export interface OrdersWithoutLines {
  /** Under a visit of its own (`openVisit`); `findRegistration`, asked with that visit, tells it again after a lost answer. */
  registerAct(call: PayerCall & { visitRef: string; act: Act }): Promise<Registered | Refused>
  /** Referrals to her, by name or specialty, that nobody has answered. */
  countReferrals(call: { party: Party }): Promise<{ outcome: 'found'; count: number } | Refused>
  referralInbox(call: { party: Party }): Promise<{ outcome: 'found'; referrals: Referral[] } | Refused>
  /** As its writer and whom it is to may read it, answered or not. */
  referral(call: PayerCall & { trackingCode: string }): Promise<{ outcome: 'found'; referral: Referral } | Refused>
  feedbackQuestions(call: { party: Party }): Promise<{ outcome: 'found'; questions: FeedbackQuestion[] } | Refused>
  specialties(call: { party: Party }): Promise<{ outcome: 'found'; choices: Choice[] } | Refused>
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

/** One hit of the insurer's own list. */
export interface ListedItem {
  code: ItemCode
  /** The generic that a licensed product belongs to; null where the insurer does not tell it. */
  genericCode: string | null
  name: string
  shortName: string
  form: string | null
  /** Null where the insurer does not say. */
  isCovered: boolean | null
  /** Reference price of one unit; null where the insurer does not say. */
  unitPrice: number | null
  /** The one that the insurer takes where only the family is named. */
  isDefault: boolean
}

type Listed = { outcome: 'found'; items: ListedItem[] } | Refused

/** The insurer's own lists. An empty list is an answer; the product's own search runs on MKSA's codes. */
export interface PayerCatalogue {
  /** `combination` looks within the whole name (drug, form, strength); `of` says what to list of what it finds. */
  searchDrugs(call: PayerCall & { text: string; by: 'generic' | 'irc' | 'combination'; of?: 'generic' | 'irc'; limit: number }): Promise<Listed>
  searchServices(call: PayerCall & { text: string; kind: ItemKind; limit: number }): Promise<Listed>
  /** The licensed products of a generic. */
  productsOf(call: PayerCall & { genericCode: string; limit: number }): Promise<Listed>
  /** What may stand in for an item: products of the same generic with their prices, or services of the same family. */
  familyOf(call: PayerCall & { code: ItemCode }): Promise<Listed>
  /** The generic of a licensed product; refused with `not-found` where the insurer does not know it. */
  genericOf(call: PayerCall & { irc: string }): Promise<{ outcome: 'found'; genericCode: string } | Refused>
}

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

/** A page the insurer made for the printer. `mediaType` is told by its first bytes. */
export type Printout = { outcome: 'printed'; mediaType: 'application/pdf' | 'text/html' | 'application/octet-stream'; bytes: Uint8Array } | Refused

export interface Printouts {
  /** The lines of one kind of a registered prescription. */
  order(call: PayerCall & { visitRef: string; kind: ItemKind }): Promise<Printout>
  delivery(call: { party: Party; deliveryRef: string }): Promise<Printout>
  bill(call: { party: Party; billRef: string }): Promise<Printout>
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
