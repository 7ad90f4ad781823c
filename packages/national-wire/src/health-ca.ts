import * as z from 'zod'
import { ditasReply } from './data-objects.ts'

/**
 * Ours: neither the Health CA (6-4) nor its registration authorities publish an interface. What is certified follows RFC 5280,
 * requests for a seal are PKCS #10 (RFC 2986); OCSP (RFC 6960) and CRLs are asked at their own addresses and not here.
 */
const Der = z.base64()

/** The council vouches for its members, the legal authority (RA) for everybody else (A12). */
export const RegistrationAuthority = z.enum(['council', 'legal'])

export const EnrolmentRequest = z.object({
  authority: RegistrationAuthority,
  nationalCode: z.string(),
  councilNumber: z.string().nullable(),
})

/** The certificate first, then those above it; the root may be left out, because nobody trusts it for being sent. */
const Chain = z.array(Der).min(1).max(4)
export const CertificateReply = ditasReply(z.object({ chain: Chain }))

export const HolderRequest = z.object({ nationalCode: z.string() })

/** Reasons of RFC 5280 §5.3.1 that a holder may give. */
export const RevocationReason = z.enum(['keyCompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation'])

export const RevocationRequest = z.object({ nationalCode: z.string(), serial: z.string(), reason: RevocationReason })
export const RevocationReply = ditasReply(z.object({ revokedAt: z.iso.datetime() }))

/** A centre makes its key itself; `request` is its PKCS #10, whose signature proves that it has it. */
export const SealRequest = z.object({ siamId: z.string(), request: Der })

/** `statusCode` of a refusal, beside 404 for who is not known. */
export const healthCaRefusal = { licenceNotInForce: 403, alreadyCertified: 409, notARequest: 422 } as const

export const ocspType = { request: 'application/ocsp-request', response: 'application/ocsp-response' } as const
export const crlType = 'application/pkix-crl'
