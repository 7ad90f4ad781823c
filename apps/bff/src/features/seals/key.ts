import 'reflect-metadata'
import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import { decrypt, encrypt } from '../payers/index.ts'

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** organizationIdentifier (X.520): where the Health CA writes the SIAM id. */
const SIAM_ID = '2.5.4.97'

const ownerOf = (centreId: string): string => `centre-seal|${centreId}`

/** A new private key for a centre's seal, encrypted with the application's key; it is nowhere in the clear. */
export function newSecret(applicationKey: Buffer, centreId: string): Uint8Array<ArrayBuffer> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return encrypt(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), applicationKey, ownerOf(centreId))
}

/** @throws Error where the application's key is another, or the secret is another centre's */
export const openSecret = (secret: Uint8Array, applicationKey: Buffer, centreId: string): KeyObject =>
  createPrivateKey(decrypt(secret, applicationKey, ownerOf(centreId)))

/** PKCS #10 (RFC 2986), base64 DER: for which centre, and proof that we have the key. */
export async function certificateRequest(key: KeyObject, centreId: string): Promise<string> {
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: [{ C: ['IR'] }, { [SIAM_ID]: [centreId] }],
    keys: { privateKey: key.toCryptoKey(ecdsa, false, ['sign']), publicKey: createPublicKey(key).toCryptoKey(ecdsa, true, ['verify']) },
    signingAlgorithm: ecdsa,
  })
  return Buffer.from(request.rawData).toString('base64')
}
