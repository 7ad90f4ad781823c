import type { InsurerCode, ItemCode, LinePrice, PayerPatient } from '../payer/port.ts'

export type CareKind = 'outpatient-drug' | 'paraclinic' | 'visit' | 'inpatient'

/** What a policy pays of one kind between two Gregorian ISO days, both included. Money is whole Rial. */
export interface SupplementaryTerm {
  kind: CareKind
  from: string
  until: string
  ceiling: number
  /** Of the ceiling, now. */
  left: number
  /** Of what the basic insurer leaves to the patient. */
  percent: number
  /** A letter must come first where the patient's part is more than this; null where none is ever needed. */
  letterAbove: number | null
}

export interface PolicyRef {
  company: { code: string; title: string }
  number: string
}

export interface SupplementaryPolicy extends PolicyRef {
  plan: string
  /** Gregorian ISO days, both included. */
  from: string
  until: string
  terms: SupplementaryTerm[]
}

/** Of one line, with what the basic insurer has left of it. */
export interface LineToShare {
  key: string
  code: ItemCode
  count: number
  price: LinePrice
}

/** `insurerShare + supplementaryShare + patientShare + discount = total`. */
export interface SharedPrice extends LinePrice {
  supplementaryShare: number
}

export interface SharedLine extends Omit<LineToShare, 'price'> {
  price: SharedPrice
}

interface AboutPolicy {
  patient: PayerPatient
  policy: PolicyRef
  /** SIAM id of the centre that asks. */
  siteId: string
  kind: CareKind
}

export interface ShareQuestion extends AboutPolicy {
  /** Number of an introduction letter that was issued for this. */
  letter: string | null
  lines: LineToShare[]
}

/** The company's no, in its own words. `needs-letter`: it may pay once a letter was issued. */
export interface SupplementaryRefused {
  outcome: 'refused'
  reason: 'unknown' | 'conflict' | 'not-in-force' | 'not-covered' | 'needs-letter' | 'ceiling-used'
  message: string
}

export type ShareAnswer = { outcome: 'shared'; lines: SharedLine[]; left: number } | SupplementaryRefused

export interface LetterRequest extends AboutPolicy {
  /** Ours; asked again under it, the same letter is answered. */
  reference: string
  councilNumber: string
  /** What the patient would have to pay after the basic insurer. */
  estimate: number
  /** What it is for, in words. */
  purpose: string
}

/** `validUntil` is a Gregorian ISO day; `ceiling` is what the company pays under the letter at most. */
export type LetterAnswer =
  | { outcome: 'issued'; number: string; validUntil: string; ceiling: number }
  | { outcome: 'pending'; message: string }
  | SupplementaryRefused
  | { outcome: 'refused'; reason: 'declined'; message: string }

export interface SupplementaryClaim extends AboutPolicy {
  /** Ours; told again under it, it is one claim. */
  reference: string
  councilNumber: string
  letter: string | null
  insurer: InsurerCode
  trackingCode: string
  /** ISO instant. */
  deliveredAt: string
  lines: SharedLine[]
}

/** `approved` is null until the company has looked at it; `message` says why it approved less than was asked. */
export interface ClaimStanding {
  outcome: 'kept'
  claimUid: string
  state: 'received' | 'approved' | 'approved-in-part' | 'rejected' | 'paid'
  asked: number
  approved: number | null
  message: string | null
}

export type ClaimAnswer = ClaimStanding | SupplementaryRefused

/**
 * The supplementary companies (9-2-9 n2, B11), all behind one interface. What one refuses is a value; silence throws
 * NationalUnavailable | NationalUnreadable and is neither a share nor its absence.
 */
export interface Supplementary {
  /** Every policy of a person, ended ones too; empty where she has none. */
  coverage(patient: PayerPatient): Promise<SupplementaryPolicy[]>
  /** What the company would pay of lines that the basic insurer has priced. Nothing is held by asking. */
  shares(question: ShareQuestion): Promise<ShareAnswer>
  requestLetter(request: LetterRequest): Promise<LetterAnswer>
  /** What has become of a request; null where the company has none of that reference from this centre. */
  findLetter(asked: { reference: string; siteId: string }): Promise<LetterAnswer | null>
  /** Tells of a delivery that the basic insurer has confirmed; safe to repeat. */
  claim(claim: SupplementaryClaim): Promise<ClaimAnswer>
  findClaim(asked: { reference: string; siteId: string }): Promise<ClaimStanding | null>
}
