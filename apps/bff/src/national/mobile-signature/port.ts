/** Signing on the signer's own phone by the Medical Council's mobile signature (8-13, A45), with the key of her certificate. */
export interface MobileSignature {
  /**
   * Asks the phone's owner to sign. `digest` is base64url SHA-256 of the canonical bytes; `document` a URN that names them;
   * `summary` the short Persian text shown on the phone. The request lives 120 s.
   */
  request(request: { nationalCode: string; digest: string; document: string; summary: string }): Promise<SignatureRequestAnswer>

  /** What became of a request. Nothing of a signature is verified here. */
  outcome(handle: string): Promise<SignatureOutcome>
}

/** Flattened JWS (RFC 7515) whose payload is empty; what is signed stands in its protected header. */
export interface DetachedJws {
  protected: string
  signature: string
}

export type SignatureRequestAnswer =
  | { outcome: 'requested'; handle: string; expiresAt: string }
  /** The service knows no certificate of hers. */
  | { outcome: 'no-certificate' }

export type SignatureOutcome = { state: 'pending' | 'declined' | 'expired' | 'unknown' } | { state: 'signed'; jws: DetachedJws }
