import { z } from 'zod'

/** Flattened JWS (RFC 7515 §7.2.2) without its payload, which is empty. */
export const DetachedJws = z.strictObject({ protected: z.string().max(24_000), signature: z.string().max(200) })
export type DetachedJws = z.infer<typeof DetachedJws>

/** Signed along in JAdES (ETSI TS 119 182-1 §5.2.8): what is signed, by its hash, outside of the signature. */
export const BY_HASH = 'http://uri.etsi.org/19182/ObjectIdByURIHash'

/** The critical headers, in this order: a reader that does not know one of them must refuse (RFC 7515 §4.1.11). */
const CRITICAL = ['b64', 'sigT', 'sigD'] as const

/**
 * The whole protected header; another member, another algorithm or another order of `crit` makes it another format. A key, an
 * address of a key or of a certificate (jwk, jku, x5u) has no place in it, so that nobody is led to verify by what came along.
 */
const Header = z.strictObject({
  alg: z.literal('ES256'),
  typ: z.literal('jose+json'),
  b64: z.literal(false),
  crit: z.tuple([z.literal(CRITICAL[0]), z.literal(CRITICAL[1]), z.literal(CRITICAL[2])]),
  /** When it was signed, by the signer's clock; whole seconds. */
  sigT: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/).refine((text) => Number.isFinite(Date.parse(text))),
  x5c: z.array(z.base64()).min(1).max(4),
  'x5t#S256': z.base64url().length(43),
  sigD: z.strictObject({
    mId: z.literal(BY_HASH),
    pars: z.tuple([z.string()]),
    hashM: z.literal('S256'),
    hashV: z.tuple([z.base64url().length(43)]),
  }),
})
export type JwsHeader = z.infer<typeof Header>

/** Why a JWS is not looked at further. */
export type JwsFault = 'not-base64url' | 'not-json' | 'wrong-algorithm' | 'wrong-format'

const SIGNATURE_CHARACTERS = 86

/**
 * The gate before any library: one spelling of base64url (RFC 4648 §3.5: no padding, no stray bits), compact JSON without
 * duplicate names, the one algorithm, exactly the headers of the format. Verifies nothing.
 */
export function readDetachedJws({ protected: encoded, signature }: DetachedJws): { header: JwsHeader } | { fault: JwsFault } {
  const bytes = decode(encoded)
  if (!bytes || !decode(signature) || signature.length !== SIGNATURE_CHARACTERS) return { fault: 'not-base64url' }
  const json = parse(bytes)
  if (json === null) return { fault: 'not-json' }
  if (json['alg'] !== 'ES256') return { fault: 'wrong-algorithm' }
  const header = Header.safeParse(json)
  return header.success ? { header: header.data } : { fault: 'wrong-format' }
}

function decode(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return null
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (it) => it.charCodeAt(0))
  return encode(bytes) === text ? bytes : null
}

const encode = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (it) => String.fromCharCode(it)).join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** A name that stands twice, and any space, is lost in writing it again, and so is found. */
function parse(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const json: unknown = JSON.parse(text)
    const isOneSpelling = typeof json === 'object' && json !== null && !Array.isArray(json) && JSON.stringify(json) === text
    return isOneSpelling ? (json as Record<string, unknown>) : null
  } catch {
    return null
  }
}
