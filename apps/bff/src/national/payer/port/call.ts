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
