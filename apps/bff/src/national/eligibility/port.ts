import type { InsurerCode } from '../payer/port.ts'

/** What a patient is known by (A13, A14, A17). An insurance code stands in for an Armed Forces newborn only. */
export interface Identity {
  kind: 'national-code' | 'fida' | 'unique-id' | 'insurance-code'
  value: string
}

export interface Eligibility {
  /**
   * Asks identity and coverage and, for a covered live person, obtains the HID (A06, A39, A50). Asking again on the
   * same day for the same person and centre gives the same HID. A newborn is asked under the mother's national code
   * with the newborn's birth date (Gregorian ISO, A16).
   * @throws NationalUnavailable | NationalUnreadable – never read as "not covered".
   */
  check(request: EligibilityRequest): Promise<EligibilityAnswer>

  /** Confirms at the online insured database that a received HID is genuine and live, before serving it (A61). */
  verifyHid(hid: string): Promise<HidAnswer>
}

export interface EligibilityRequest {
  identity: Identity
  newborn?: { birthDate: string }
  /** The centre and the provider the HID is issued to. */
  siamId: string
  councilNumber: string
  /** Address of the workstation; the service records who asked. */
  clientIp: string
}

export interface EligibilityAnswer {
  person: 'alive' | 'deceased' | 'blocked' | 'unknown'
  identity: CivilIdentity | null
  /** Every coverage found, lapsed ones too; more than one valid is an overlap the screen must show. */
  coverages: Coverage[]
  /** The insurer the HID was issued against. */
  used: InsurerCode | null
  hid: Hid | null
  /** What the service said, in Persian, where it said something. */
  message: string | null
}

export interface CivilIdentity {
  firstName: string
  lastName: string
  gender: 'male' | 'female'
  /** Gregorian ISO, YYYY-MM-DD. */
  birthDate: string
}

export interface Coverage {
  insurer: InsurerCode
  title: string
  /** Insurance fund (صندوق) with its MKSA code. */
  box: { code: string; title: string }
  /** Last covered day, Gregorian ISO. */
  validUntil: string
  isValid: boolean
  supplementary: { name: string; validUntil: string; isValid: boolean } | null
}

export interface Hid {
  /** Opaque, at most sixteen of 0-9A-Z; no public check rule exists. */
  value: string
  issuer: string
  insurer: InsurerCode
  /** ISO instant. */
  issuedAt: string
}

export type HidAnswer =
  | { outcome: 'valid'; identity: Identity; insurer: InsurerCode }
  | { outcome: 'unknown' | 'eliminated' | 'expired' }
