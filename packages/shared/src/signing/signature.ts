import { z } from 'zod'
import { Id } from '../identifiers.ts'
import { JsonObject } from '../json.ts'

/** How she signs: the passkey of this device, or the phone of the council's mobile signature. */
export const SigningMeans = z.enum(['passkey', 'mobile'])
export type SigningMeans = z.infer<typeof SigningMeans>

/**
 * A question put to the signer: these bytes, this digest. The screen shows the document parsed from `canonical`; the
 * challenge that the passkey answers is derived from `digest` (see `challengeOf`).
 */
export const SignatureRequest = z.object({
  id: Id,
  prescriptionId: Id,
  means: SigningMeans,
  /** The canonical JSON (RFC 8785) that is signed, as text. */
  canonical: z.string(),
  /** SHA-256 of the canonical bytes, base64url. */
  digest: z.string(),
  expiresAt: z.iso.datetime(),
  /** WebAuthn request options; null where the phone signs. */
  passkeyOptions: JsonObject.nullable(),
})
export type SignatureRequest = z.infer<typeof SignatureRequest>
