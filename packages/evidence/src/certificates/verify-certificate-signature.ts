import { createHash, createPublicKey } from 'node:crypto'
import { type DetachedJws, type JwsFault, type JwsHeader, readDetachedJws } from '@noskhe/shared/signing/detached-jws'
import { flattenedVerify, errors } from 'jose'
import type { CertificateFacts, Chain, ChainFault, ChainVerdict } from './facts.ts'

/**
 * A person, or a centre by its SIAM id: a certificate names one of them and not the other. Who knows a prescriber by council
 * number alone (it stands in what she signed) leaves the national code out.
 */
export type ExpectedHolder = { nationalCode?: string; councilNumber: string | null } | { siamId: string }

export interface Expected {
  /** base64url SHA-256 of the bytes that were to be signed. */
  digest: string
  /** Their name (URN), which is signed along. */
  document: string
  holder: ExpectedHolder
  /** The signing time lies within. */
  from: Date
  until: Date
}

export type CertificateSignature = { signedAt: Date; chain: Chain; certificate: CertificateFacts }

export type SignatureFault =
  | JwsFault
  | ChainFault
  | 'wrong-content'
  | 'wrong-thumbprint'
  | 'bad-signature'
  | 'wrong-holder'
  | 'wrong-time'

export type SignatureVerdict = { outcome: 'genuine'; signature: CertificateSignature } | { outcome: SignatureFault }

/** Judges a chain as of an instant, against the roots that whoever looks trusts. */
export type JudgeChain = (chain: Chain, at: Date) => ChainVerdict

/**
 * Verifies a certificate signature as of its signing time: format and algorithm before any library sees it, content, signing
 * time, thumbprint, chain to the configured root, key usage, holder, and the signature itself. Whether the certificate was
 * revoked is asked apart, because that answer may have to be waited for.
 */
export async function verifyCertificateSignature(jws: DetachedJws, expected: Expected, judge: JudgeChain): Promise<SignatureVerdict> {
  const read = readDetachedJws(jws)
  if ('fault' in read) return { outcome: read.fault }
  const { header } = read
  const signedAt = new Date(header.sigT)
  const fault = faultOf(header, expected, signedAt)
  if (fault) return { outcome: fault }

  const verdict = judge(header.x5c, signedAt)
  if (verdict.outcome !== 'trusted') return { outcome: verdict.outcome }
  const { certificate } = verdict
  if (!isOf(certificate, expected.holder)) return { outcome: 'wrong-holder' }
  if (!(await isSignedBy(jws, certificate))) return { outcome: 'bad-signature' }
  return { outcome: 'genuine', signature: { signedAt, chain: header.x5c, certificate } }
}

/** Whole seconds are signed; the instants around them are finer. */
const SECOND_MS = 1_000

function faultOf({ sigD, x5c, 'x5t#S256': thumbprint }: JwsHeader, { digest, document, from, until }: Expected, signedAt: Date): SignatureFault | null {
  if (sigD.hashV[0] !== digest || sigD.pars[0] !== document) return 'wrong-content'
  if (signedAt.getTime() < from.getTime() - SECOND_MS || signedAt > until) return 'wrong-time'
  const [leaf = ''] = x5c
  return createHash('sha256').update(Buffer.from(leaf, 'base64')).digest('base64url') === thumbprint ? null : 'wrong-thumbprint'
}

function isOf({ nationalCode, councilNumber, siamId }: CertificateFacts, holder: ExpectedHolder): boolean {
  if ('siamId' in holder) return siamId === holder.siamId && nationalCode === null && councilNumber === null
  const isThisPerson = holder.nationalCode === undefined || nationalCode === holder.nationalCode
  return isThisPerson && nationalCode !== null && councilNumber === holder.councilNumber && siamId === null
}

async function isSignedBy(jws: DetachedJws, { publicKey }: CertificateFacts): Promise<boolean> {
  if (publicKey.kty !== 'EC' || publicKey.crv !== 'P-256') return false
  try {
    const key = createPublicKey({ key: publicKey, format: 'jwk' })
    await flattenedVerify({ ...jws, payload: new Uint8Array() }, key, { algorithms: ['ES256'], crit: { sigT: true, sigD: true } })
    return true
  } catch (error) {
    if (error instanceof errors.JOSEError) return false
    throw error
  }
}
