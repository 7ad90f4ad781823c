import { type KeyObject, verify } from 'node:crypto'

/** Signature algorithms that an authority may use, by OID; MD5, SHA-1 and everything nobody listed is refused. */
const algorithms: Record<string, { hash: string; keyType: string }> = {
  '1.2.840.10045.4.3.2': { hash: 'sha256', keyType: 'ec' },
  '1.2.840.10045.4.3.3': { hash: 'sha384', keyType: 'ec' },
  '1.2.840.10045.4.3.4': { hash: 'sha512', keyType: 'ec' },
  '1.2.840.113549.1.1.11': { hash: 'sha256', keyType: 'rsa' },
  '1.2.840.113549.1.1.12': { hash: 'sha384', keyType: 'rsa' },
  '1.2.840.113549.1.1.13': { hash: 'sha512', keyType: 'rsa' },
}

const CURVES = ['prime256v1', 'secp384r1', 'secp521r1']
const MIN_RSA_BITS = 2_048

export const isStrongAlgorithm = (oid: string): boolean => oid in algorithms

export function isStrongKey({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): boolean {
  if (type === 'ec') return CURVES.includes(details?.namedCurve ?? '')
  return type === 'rsa' && (details?.modulusLength ?? 0) >= MIN_RSA_BITS
}

/** Whether a signature of an authority over DER verifies, by an algorithm that is allowed and is one of this key. */
export function isSignatureBy(key: KeyObject, { oid, signed, signature }: { oid: string; signed: Uint8Array; signature: Uint8Array }): boolean {
  const algorithm = algorithms[oid]
  if (!algorithm || algorithm.keyType !== key.asymmetricKeyType || !isStrongKey(key)) return false
  return verify(algorithm.hash, signed, key, signature)
}
