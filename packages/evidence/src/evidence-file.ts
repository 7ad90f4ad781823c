import { DetachedJws } from '@noskhe/shared/signing/detached-jws'
import { type Canonical, canonicalize } from '@noskhe/shared/signing/canonical'
import { createHash } from 'node:crypto'
import { z } from 'zod'

const Base64Url = z.base64url().max(8_000)
const Instant = z.iso.datetime()

const Proof = z.strictObject({ of: z.enum(['holder', 'authority']), by: z.enum(['ocsp', 'crl']), der: z.base64().max(200_000) })

/** An X.509 signature with what the authority said of its certificate when it was taken. Everything else stands in the JWS. */
export const CertificateSignature = z.strictObject({
  kind: z.literal('certificate'),
  jws: DetachedJws,
  proofs: z.array(Proof).max(4),
  /** The instant as of which the proofs count. */
  confirmedAt: Instant,
})
export type CertificateSignature = z.infer<typeof CertificateSignature>

/** A passkey's answer over the challenge of `@noskhe/shared/signing/challenge`; it proves who meant it, not who she is. */
export const PasskeySignature = z.strictObject({
  kind: z.literal('passkey'),
  nonce: Base64Url,
  credentialId: Base64Url,
  /** COSE. */
  publicKey: Base64Url,
  response: z.strictObject({ clientDataJSON: Base64Url, authenticatorData: Base64Url, signature: Base64Url }),
  origin: z.string().max(300),
  rpId: z.string().max(300),
})
export type PasskeySignature = z.infer<typeof PasskeySignature>

/** Of a time before there were certificates on phones: kept, and verified by nobody. */
const OlderSignature = z.strictObject({ kind: z.literal('older'), evidence: z.string() })

export const Version = z.strictObject({
  version: z.int().positive(),
  /** The bytes that were signed (RFC 8785), as text. */
  canonical: z.string(),
  signature: z.discriminatedUnion('kind', [CertificateSignature, PasskeySignature, OlderSignature]),
  signedAt: Instant,
  /** Null unless the payer refused it and it was reopened. */
  voidedAt: Instant.nullable(),
  /** The centre's seal (9-1-1); null where there is none yet. */
  seal: CertificateSignature.nullable(),
})
export type Version = z.infer<typeof Version>

/** An event of the centre's audit chain, with the hashes that hold it. */
export const Event = z.strictObject({
  seq: z.string().regex(/^\d{1,19}$/),
  at: Instant,
  person: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.int(), z.boolean(), z.null()])),
  previous: z.string(),
  hash: z.string(),
})
export type Event = z.infer<typeof Event>

export const Content = z.strictObject({
  prescription: z.uuid(),
  /** SIAM id. */
  centre: z.string(),
  insurer: z.string(),
  trackingCode: z.string().nullable(),
  exportedAt: Instant,
  /** From the first to the one asked for, none left out. */
  versions: z.array(Version).min(1),
  /** How the payer was told of each version, in our own words. */
  registrations: z.array(z.strictObject({ version: z.int(), state: z.string(), startedAt: Instant, endedAt: Instant.nullable() })),
  events: z.array(Event),
  /** Of the certificate that seals this file; null where it is not sealed. */
  sealProofs: z.strictObject({ proofs: z.array(Proof).max(4), confirmedAt: Instant }).nullable(),
})
export type Content = z.infer<typeof Content>

/**
 * What proves a prescription, in one file (A74): canonical JSON (RFC 8785), so that it has one spelling and every byte of it
 * counts. `digest`: SHA-256 of the canonical content, base64url; `seal`: the centre's over that digest.
 */
export const EvidenceFile = z.strictObject({
  format: z.literal('noskhe.evidence/1'),
  content: Content,
  digest: Base64Url.length(43),
  seal: DetachedJws.nullable(),
})
export type EvidenceFile = z.infer<typeof EvidenceFile>

/** How the file is named in its seal. */
export const fileName = ({ prescription, versions }: Content): string => `urn:noskhe:evidence:${prescription}:${versions.length}`

/** How a version is named in its signature and its seal. */
export const versionName = (prescription: string, version: number): string => `urn:noskhe:prescription:${prescription}:${version}`

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url')

export const digestOfContent = (content: Content): string => sha256(canonicalize(content))

export const writeEvidence = (file: EvidenceFile): string => canonicalize(file)

/** The file, if these bytes are exactly how it is written; else why not. */
export function readEvidence(bytes: Uint8Array): { file: EvidenceFile } | { fault: 'not-text' | 'not-json' | 'not-canonical' | 'another-format' } {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { fault: 'not-text' }
  }
  const json = parse(text)
  if (json === undefined) return { fault: 'not-json' }
  if (!isCanonical(json, text)) return { fault: 'not-canonical' }
  const file = EvidenceFile.safeParse(json)
  return file.success ? { file: file.data } : { fault: 'another-format' }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What canonical JSON does not know (floats, lone surrogates) is not canonical either. */
export function isCanonical(json: unknown, text: string): boolean {
  try {
    return canonicalize(json as Canonical) === text
  } catch {
    return false
  }
}
