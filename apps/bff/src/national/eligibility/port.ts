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

  /**
   * Reserves HIDs of an insurer for a centre's outages. A refusal is a value; after a lost answer the HIDs are lost with it, and
   * lapse at the service.
   */
  reserveHids(request: ReserveRequest): Promise<Reserved | HidRefused>

  /**
   * Tells whose a reserved HID is, by the data of the visit, or mends what was told. Safe to repeat: the same visit may be told
   * again.
   */
  updateHid(hid: HeldHid, visit: Omit<EligibilityRequest, 'clientIp'> & { insurer: InsurerCode }): Promise<{ outcome: 'updated' } | HidRefused>

  /** Takes back the HID of a visit that came to nothing. After a lost answer `verifyHid` says whether it was. */
  eliminateHid(hid: HeldHid, request: { siamId: string; reason: EliminationReason }): Promise<{ outcome: 'eliminated' } | HidRefused>
}

/** A HID as it was given: its issuer goes with it. */
export type HeldHid = Pick<Hid, 'value' | 'issuer'>

export type EliminationReason = 'visit-given-up' | 'wrong-person'

export interface ReserveRequest {
  siamId: string
  insurer: InsurerCode
  count: number
}

export interface Reserved {
  outcome: 'reserved'
  hids: HeldHid[]
  /** Last day on which they may be bound, Gregorian ISO. */
  validUntil: string
}

/**
 * Why a HID was not given, changed or taken back. `foreign`: another centre's. `conflict`: what has become of it does not allow
 * it. A refusal that is about us (our centre, our licence) is none of these: it is silence about the HID.
 */
export interface HidRefused {
  outcome: 'refused'
  reason: 'unknown' | 'foreign' | 'conflict' | 'lapsed' | 'uncovered' | 'blocked'
  /** The service's own words. */
  message: string
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
  /** How `used` was chosen; null where there was no choice. */
  choice: CoverageChoice | null
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

/** Which rule decided between coverages that are all valid, and by what. */
export interface CoverageChoice {
  /** Name of the dated rule. */
  rule: string
  /** `fund`: its fund goes before. `validity`: it holds longest. `order`: nothing set them apart, and the service told it first. */
  decidedBy: 'fund' | 'validity' | 'order'
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
