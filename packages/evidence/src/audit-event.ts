import { createHash } from 'node:crypto'
import { canonicalize } from '@noskhe/shared/signing/canonical'

export interface AuditEntry {
  centreId: string
  at: Date
  personId: string | null
  action: string
  subject: string | null
  detail: Record<string, string | number | boolean | null>
}

/**
 * The canonical text (RFC 8785) of an event around the two members that only its place in the chain tells: the hash before it
 * and its number. By it the database computes the hash of an event in the statement that writes it.
 */
export function textAround(it: AuditEntry): { before: string; after: string } {
  const members = { action: it.action, at: it.at.toISOString(), centre: it.centreId, detail: it.detail, person: it.personId }
  return { before: `${canonicalize(members).slice(0, -1)},"previous":"`, after: `",${canonicalize({ subject: it.subject }).slice(1)}` }
}

/** What stands between the hash before an event and its number. */
export const BETWEEN = '","seq":"'

/** Hash of an event over its content, the hash before it (base64url) and its number: SHA-256, base64url. */
export function hashOf(previous: string, seq: bigint, it: AuditEntry): string {
  const { before, after } = textAround(it)
  return createHash('sha256').update(`${before}${previous}${BETWEEN}${String(seq)}${after}`).digest('base64url')
}
