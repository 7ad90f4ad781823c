import { type KeyObject, createHash, createPrivateKey, createPublicKey } from 'node:crypto'

/** The algorithms that CDS Hooks 2.0 asks for ("Trusting CDS Clients"), each with its kind of key. */
export type ClientAlgorithm = 'ES384' | 'RS384'

/** By what this software proves to others that it is itself. */
export interface ClientKey {
  /** The address under which they know it. */
  issuer: string
  algorithm: ClientAlgorithm
  /** RFC 7638: the thumbprint of the public key. */
  kid: string
  privateKey: KeyObject
  /** What may be told to anybody (RFC 7517). */
  publicJwk: Record<string, unknown>
}

/** @param pem PKCS #8. @throws Error for a key of another kind than P-384 or RSA of at least 2048 bits; it never quotes it. */
export function readClientKey(pem: string, issuer: string): ClientKey {
  const privateKey = createPrivateKey(pem)
  const algorithm = algorithmOf(privateKey)
  const { kty, crv, x, y, n, e } = createPublicKey(privateKey).export({ format: 'jwk' })
  // The members that RFC 7638 names, in its order; those a kind of key does not have are left out by JSON.
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv, e, kty, n, x, y })).digest('base64url')
  return { issuer, algorithm, kid: thumbprint, privateKey, publicJwk: { kty, crv, x, y, n, e, kid: thumbprint, alg: algorithm, use: 'sig' } }
}

const LEAST_RSA_BITS = 2048

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): ClientAlgorithm {
  if (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'secp384r1') return 'ES384'
  if (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_RSA_BITS) return 'RS384'
  throw new Error('neither a P-384 nor an RSA key')
}
