/**
 * Every refusal our API may answer, with its HTTP status. A code is said in Persian by the web's `problem-message.ts`,
 * which the compiler keeps complete.
 */
export const failureStatus = {
  'request.invalid': 400,
  'request.forged': 403,
  'request.in-progress': 409,
  'request.key-reused': 422,
  'rate.limited': 429,
  'session.required': 401,
  'session.expired': 401,
  'session.ended-elsewhere': 401,
  'session.centre-required': 403,
  'role.forbidden': 403,
  'not-found': 404,
  unexpected: 500,

  'national.unavailable': 503,
  'national.unreadable': 502,

  'council.unknown': 403,
  'council.mismatch': 403,
  'council.licence-revoked': 403,
  'council.licence-suspended': 403,
  'council.licence-expired': 403,
  'council.specialty-changed': 403,
  'staff.unknown': 403,
  'code.wrong': 403,
  'code.expired': 410,
  'code.too-many-attempts': 429,
  'passkey.unknown': 403,
  'passkey.rejected': 403,
  'passkey.challenge-expired': 410,
  'centre.unknown': 404,
  'centre.inactive': 403,
  'centre.not-yours': 403,

  'encounter.not-found': 404,
  'encounter.not-covered': 409,
  'encounter.answered': 409,
  'encounter.hid-ended': 409,
  'encounter.in-use': 409,
  'encounter.ended': 409,
  'hid.none-reserved': 409,
  'patient.name-required': 422,

  'terminology.not-loaded': 503,
  'terminology.code-unknown': 422,
  'terminology.code-retired': 422,

  'prescription.not-found': 404,
  'prescription.changed-elsewhere': 409,
  'prescription.wrong-status': 409,
  'prescription.empty': 422,
  'prescription.incomplete': 422,
  'prescription.not-checked': 409,
  'prescription.not-registrable': 409,
  'prescription.dispensed': 409,
  'prescription.edit-window-closed': 409,
  'prescription.edits-used-up': 409,
  'prescription.not-cancellable': 409,

  'favourites.changed-elsewhere': 409,
  'set.not-found': 404,
  'set.not-yours': 403,
  'set.changed-elsewhere': 409,

  'act.not-offered': 409,
  'act.not-editable': 409,
  'act.incomplete': 422,
  'act.without-items': 409,
  'referral.not-found': 404,
  'referral.answered': 409,

  'patient.facts-changed': 409,
  'patient.not-found': 404,
  'problem.not-found': 404,
  'rules.refused': 409,
  'rules.finding-gone': 409,
  'rules.not-overridable': 409,

  'payer.refused': 422,
  'payer.account-missing': 409,
  'payer.not-connected': 409,

  'signature.request-not-found': 404,
  'signature.request-expired': 410,
  'signature.rejected': 403,
  'signature.no-passkey': 409,
  'signature.certificate-none': 409,
  'signature.certificate-expired': 409,
  'signature.certificate-revoked': 403,
  'signature.certificate-unknown': 503,
  'signature.certificate-untrusted': 403,
  'signature.not-asked': 409,

  'evidence.version-unknown': 404,
  'certificate.exists': 409,
  'certificate.not-found': 404,
  'certificate.not-vouched': 403,

  'order.not-found': 404,
  'order.hid-not-valid': 409,
  'delivery.not-found': 404,
  'delivery.wrong-status': 409,
  'delivery.quantity-exceeded': 409,
  'delivery.packs-missing': 409,
  'delivery.refused': 422,
  'record.not-treating': 403,
  'deposit.not-found': 404,
  'claim.not-found': 404,
  /** The company has not taken it yet. */
  'claim.not-told': 409,
  'pack.sold': 409,
  'pack.expired': 409,
  'pack.recalled': 409,
  'pack.unknown': 409,
  'pack.held-elsewhere': 409,
  'pack.wrong-product': 409,
  'pack.already-scanned': 409,
  'pack.not-needed': 409,
} as const

export type FailureCode = keyof typeof failureStatus

/** What a caller may learn beyond the code. Never patient data that she did not send herself. */
export type FailureDetail = Record<string, string | number | boolean | null | string[]>

/** An expected refusal, thrown by a use case and rebuilt by the web from the problem document (RFC 9457). */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly detail: FailureDetail

  constructor(code: FailureCode, detail: FailureDetail = {}, options?: { cause?: unknown }) {
    super(code, options)
    this.code = code
    this.detail = detail
  }

  get status(): number {
    return failureStatus[this.code]
  }
}

export const isFailureCode = (code: unknown): code is FailureCode => typeof code === 'string' && code in failureStatus
