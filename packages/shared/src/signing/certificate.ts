import { z } from 'zod'

/**
 * How a signer's certificate stands. `none`: never issued. `unknown`: the authority did not say whether it was revoked, and that
 * is never good. `untrusted`: it does not lead to the root that this installation trusts, or is not hers.
 */
export const CertificateState = z.enum(['none', 'good', 'expiring', 'expired', 'revoked', 'unknown', 'untrusted'])
export type CertificateState = z.infer<typeof CertificateState>

/** Only these sign with it. */
export const canSign = (state: CertificateState): state is 'good' | 'expiring' => state === 'good' || state === 'expiring'

export const CertificateFacts = z.object({
  serial: z.string(),
  name: z.string(),
  issuer: z.string(),
  validFrom: z.iso.datetime(),
  validUntil: z.iso.datetime(),
})

/** A certificate as the page «امضای الکترونیک» shows it. */
export const SignerCertificate = z.object({
  state: CertificateState,
  /** Null where there is none, or where it cannot be read. */
  certificate: CertificateFacts.nullable(),
  revokedAt: z.iso.datetime().nullable(),
})
export type SignerCertificate = z.infer<typeof SignerCertificate>

/** From so many days before its end it is worth renewing. */
export const RENEW_WITHIN_DAYS = 30

/** Why a holder ends her certificate (RFC 5280 §5.3.1). */
export const RevocationReason = z.enum(['keyCompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation'])
export type RevocationReason = z.infer<typeof RevocationReason>

/**
 * What a signed version carries. `intent`: a passkey over the bytes, which proves who meant it. `certificate`: the X.509
 * signature, which is the legal one. A version has one or both, and is said to have no more than it has. `seal`: the centre's
 * (9-1-1), of a version that is registered.
 */
export const SignatureLayer = z.object({
  layer: z.enum(['intent', 'certificate', 'seal']),
  /** Null for a seal that waits for the authority. */
  at: z.iso.datetime().nullable(),
  certificate: CertificateFacts.nullable(),
  /** How the certificate was confirmed when it signed; null for a passkey. */
  confirmedBy: z.enum(['ocsp', 'crl']).nullable(),
})
export type SignatureLayer = z.infer<typeof SignatureLayer>
