import type { JsonWebKey } from 'node:crypto'

/** DER of each certificate in base64: the holder's first, then those above it. The root need not be among them. */
export type Chain = readonly string[]

export interface CertificateFacts {
  /** Lower-case hexadecimal. */
  serial: string
  name: string
  nationalCode: string | null
  councilNumber: string | null
  /** SIAM id, of a centre's seal. */
  siamId: string | null
  issuer: string
  /** ISO instants. */
  validFrom: string
  validUntil: string
  publicKey: JsonWebKey
}

/** Why a chain is not trusted. `no-anchor`: no root is known to whoever looks. */
export type ChainFault = 'malformed' | 'no-anchor' | 'wrong-chain' | 'weak-algorithm' | 'not-for-signing' | 'not-yet-valid' | 'expired'

export type ChainVerdict =
  | { outcome: 'trusted'; certificate: CertificateFacts }
  /** `certificate` tells what it says of itself; null where it cannot be read. */
  | { outcome: ChainFault; certificate: CertificateFacts | null }

/** An authority's signed word on a state, kept as evidence (JAdES B-LT in spirit). */
export interface RevocationProof {
  /** About the holder's certificate, or about the authority that issued it. */
  of: 'holder' | 'authority'
  by: 'ocsp' | 'crl'
  /** base64. */
  der: string
  thisUpdate: string
  nextUpdate: string | null
}
