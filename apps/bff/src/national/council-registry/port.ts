/** The Medical Council's registry of its members (A44). */
export interface CouncilRegistry {
  /** Null when the council knows no such number. */
  practitioner(councilNumber: string): Promise<Practitioner | null>
}

export interface Practitioner {
  councilNumber: string
  nationalCode: string
  firstName: string
  lastName: string
  gender: 'male' | 'female'
  /** The number she gave the council, 09xxxxxxxxx: the only one a one-time code is sent to. */
  mobile: string
  /** The title of her last specialty, and the codes of all. */
  specialty: { codes: string[]; title: string } | null
  licence: PracticeLicence
  /** A disciplinary sentence in force; null where there is none. */
  sentence: { text: string } | null
}

/** Only `active` may practise. `validUntil` is Gregorian ISO; `reason` is the council's Persian sentence. */
export interface PracticeLicence {
  state: 'active' | 'suspended' | 'revoked' | 'expired'
  reason: string | null
  validUntil: string
}
