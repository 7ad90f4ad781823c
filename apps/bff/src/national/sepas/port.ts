import type { Identity } from '../eligibility/port.ts'
import type { SealMessage } from '../gateway/port.ts'
import type { InsurerCode, ItemCode } from '../payer/port.ts'

/**
 * The electronic health record (8-5): what is final is deposited there, and the treating physician reads what others deposited.
 * All money is integer Rial, all instants ISO 8601. Every call @throws NationalUnavailable | NationalUnreadable; a deposit may
 * then be made again under its `messageUid`, of which one is kept. Each is sealed by the centre that makes it (9-1-1).
 */
export interface Sepas {
  depositPrescription(it: PrescriptionDeposit, seal: SealMessage): Promise<DepositAnswer>
  depositReferral(it: ReferralDeposit, seal: SealMessage): Promise<DepositAnswer>
  depositDispensing(it: DispensingDeposit, seal: SealMessage): Promise<DepositAnswer>
  depositBill(it: BillDeposit, seal: SealMessage): Promise<DepositAnswer>
  /** What is kept of a person, whoever wrote it and whoever paid, newest first. SEPAS is told who asks and why, and keeps it. */
  history(request: HistoryRequest): Promise<HistoryAnswer>
}

export interface RecordPatient {
  identity: Identity
  /** Gregorian ISO day, where a newborn is meant whose mother's number this is (A16). */
  newbornBirthDate: string | null
}

/** What every deposit says: about whom, by whom, at which centre, on whose account. */
export interface Deposit {
  /** Made once for the message; a repeat under it is the same deposit. */
  messageUid: string
  siamId: string
  /** Null where a member of staff without a council number acted: the centre answers for it. */
  councilNumber: string | null
  patient: RecordPatient
  insurer: InsurerCode
  hid: { value: string; issuer: string | null } | null
  trackingCode: string
  /** When it was registered, or handed over. */
  issuedAt: string
}

/** A version that a physician signed. */
export interface SignedDeposit extends Deposit {
  /** SEPAS's name of the version that this one takes the place of; null for the first. */
  amends: string | null
  /** It takes back what it amends; there are no items then, and no referral. */
  isCancelled: boolean
  /** SHA-256 of the signed bytes, base64url. */
  signature: string
  diagnosis: { code: string; title: string } | null
}

/** What is ordered or answered without lines. */
export interface ReferralDeposit extends SignedDeposit {
  referral: DepositedReferral | null
}

export type DepositedReferral =
  /** `to`: the council number of one colleague; null for whoever is of the specialty, which is the insurer's own. */
  | { kind: 'specialist'; specialty: { code: string; title: string }; to: string | null; reason: string; isUrgent: boolean }
  | { kind: 'hospital'; reason: string }
  /** `answersTo`: the payer's tracking code of the referral that is answered; `answers` in words. */
  | { kind: 'answer'; answersTo: string; text: string; answers: { question: string; answer: string }[] }

export interface PrescriptionDeposit extends SignedDeposit {
  items: DepositedItem[]
}

export interface DepositedItem {
  key: string
  code: ItemCode
  name: string
  /** Amount a time, a decimal as text; null for a service, and of a course that is not one amount at one frequency. */
  dose: { amount: string; unit: string } | null
  /** Code of the national directions list; null as `dose` is. */
  frequency: string | null
  /** Of the whole course. */
  durationDays: number | null
  quantity: number
  asNeeded: boolean
  /** The directions in words, as they were signed. */
  directions: string
  note: string
}

/** What the patient and her insurer pay. */
export interface Cost {
  total: number
  insurerShare: number
  patientShare: number
}

export interface DispensingDeposit extends Deposit {
  lines: DispensedLine[]
}

export interface DispensedLine {
  id: string
  code: ItemCode
  name: string
  quantity: number
  packs: { uid: string; batch: string }[]
  /** Null where nobody has priced it. */
  cost: Cost | null
}

export interface BillDeposit extends Deposit {
  services: { id: string; code: ItemCode; name: string; count: number; cost: Cost }[]
}

/**
 * SEPAS's names of what it keeps and of the person. `refused`: it will not keep this message, however often it is sent.
 * `seal-refused`: it does not take the centre's seal; with another certificate it may.
 */
export type DepositAnswer =
  | { outcome: 'kept'; compositionUid: string; patientUid: string }
  | { outcome: 'refused'; code: string; message: string }
  | { outcome: 'seal-refused'; message: string }

/** Why a physician looks: HL7 v3 PurposeOfUse. */
export type Purpose = 'TREAT' | 'COC' | 'PATSFTY' | 'ETREAT'

export interface HistoryRequest {
  patient: RecordPatient
  purpose: Purpose
  /** The treating physician, and where she treats. */
  councilNumber: string
  siamId: string
}

export interface RecordEntry {
  id: string
  kind: 'prescription' | 'dispensing' | 'referral'
  at: string
  /** Null for an insurer that the product has no name for; `insurerTitle` is SEPAS's own word. */
  insurer: InsurerCode | null
  insurerTitle: string
  trackingCode: string
  centreName: string
  /** Empty where SEPAS tells none. */
  providerName: string
  specialty: string
  diagnosis: { code: string; title: string } | null
  /** Its prescriber has taken it back. */
  isCancelled: boolean
  /** Of a referral, which has no items: SEPAS's own word of what it is, the specialty or nothing, why or what was answered. */
  referral: { title: string; specialty: string; reason: string; isUrgent: boolean } | null
  items: { code: string; name: string; quantity: number; directions: string }[]
}

export type HistoryAnswer = { outcome: 'found'; entries: RecordEntry[] } | { outcome: 'refused'; message: string }
