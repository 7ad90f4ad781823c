/**
 * A centre's seal over a message (9-1-1): a detached JWS in compact form (RFC 7515, appendix F) in the shape of the Ministry's
 * signatures (JAdES), over the digest of the message's one canonical text (RFC 8785). Ours whole: no published contract says
 * how a centre's messages are sealed.
 */
export const sealHeader = 'x-message-seal'

/** What a seal is of: a digest alone would be good for every path. `path` is that of the call behind the gateway. */
export const sealedName = (path: string): string => `urn:noskhe:message:${path}`

/** The canonical text (RFC 8785) of a message: names in the order of their UTF-16 code units, no space, ECMAScript's own numbers. */
export function canonicalText(message: unknown): string {
  return JSON.stringify(message, (_name, value: unknown) => (isRecord(value) ? sorted(value) : value))
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const sorted = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
