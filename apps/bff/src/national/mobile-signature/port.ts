import type { JsonWebKey } from 'node:crypto'

/** Signing on the signer's own phone by the Medical Council's mobile signature (A45, B-clauses on non-repudiation). */
export interface MobileSignature {
  /** Makes (or returns) the signer's key; the private half never leaves the service. Null when it knows no such person. */
  enrol(nationalCode: string): Promise<SigningKey | null>

  /** The key signatures of this person verify against; null while she has not enrolled. */
  keyOf(nationalCode: string): Promise<SigningKey | null>

  /**
   * Asks the phone's owner to sign. `digest` is base64url SHA-256 of the canonical bytes; `summary` is the short Persian
   * text shown on the phone. The request lives 120 s.
   */
  request(request: { nationalCode: string; digest: string; summary: string }): Promise<SignatureRequestAnswer>

  /** What became of a request. `signature` is base64url ES256 (IEEE P1363) over the 32 digest bytes. */
  outcome(handle: string): Promise<SignatureOutcome>
}

export interface SigningKey {
  keyId: string
  publicKey: JsonWebKey
}

export type SignatureRequestAnswer =
  | { outcome: 'requested'; handle: string; expiresAt: string }
  /** The person has no key yet: enrol first. */
  | { outcome: 'not-enrolled' }

export type SignatureOutcome =
  | { state: 'pending' | 'declined' | 'expired' | 'unknown' }
  | { state: 'signed'; signature: string; keyId: string; publicKey: JsonWebKey; signedAt: string }
