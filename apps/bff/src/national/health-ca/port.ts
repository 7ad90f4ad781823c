import type { Chain, ChainVerdict, RevocationProof } from '@noskhe/evidence/certificates/facts'

export type { CertificateFacts, Chain, RevocationProof } from '@noskhe/evidence/certificates/facts'

/** Certificates of signers and centres under the Health CA (6-4, 8-13, A12, B06). */
export interface HealthCa {
  /** The newest certificate of a person, whatever became of it; null where none was ever issued. */
  certificateOf(nationalCode: string): Promise<Chain | null>

  /** Asks the registration authority to vouch for her, and the authority to certify the new key of her phone. */
  enrol(applicant: Applicant): Promise<EnrolmentAnswer>

  /** The same for somebody who has one; the old certificate is superseded. */
  renew(applicant: Applicant): Promise<EnrolmentAnswer>

  /** Ends a certificate; `revokedAt` is an ISO instant. Null where the authority knows no such one of hers. */
  revoke(request: { nationalCode: string; serial: string; reason: RevocationReason }): Promise<{ revokedAt: string } | null>

  /** A centre's seal: `request` is PKCS #10 (base64 DER), made with the centre's own key. */
  certifySeal(request: { siamId: string; request: string }): Promise<EnrolmentAnswer>

  /** Whether a chain leads to the configured root as of an instant, and may sign documents. Nobody is asked. */
  chainOf: (chain: Chain, at: Date) => ChainVerdict

  /**
   * Whether a chain that is trusted has been revoked: OCSP first, the list where OCSP is silent. What cannot be found out is
   * `unknown`, which is never good. Does not throw for silence.
   */
  revocation(chain: Chain, at: Date): Promise<Revocation>
}

export interface Applicant {
  nationalCode: string
  /** Members are vouched for by the council, everybody else by the legal registration authority. */
  councilNumber: string | null
}

export type EnrolmentAnswer =
  | { outcome: 'issued'; chain: Chain }
  | { outcome: 'unknown-applicant' | 'licence-not-in-force' | 'already-certified' | 'nothing-to-renew' | 'not-a-request' }

/** What a holder may give as a reason (RFC 5280 §5.3.1). */
export type RevocationReason = 'keyCompromise' | 'affiliationChanged' | 'superseded' | 'cessationOfOperation'

export type Revocation =
  | { state: 'good'; proofs: RevocationProof[] }
  | { state: 'revoked'; revokedAt: string; proofs: RevocationProof[] }
  /** `because`: words of ours for the log, without anything about people. */
  | { state: 'unknown'; because: string }
