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

/** Hash of an event over its content and the hash before it; who writes events and who verifies them compute the same. */
export const hashOf = (previous: string, seq: bigint, it: AuditEntry): string =>
  createHash('sha256')
    .update(
      canonicalize({
        previous,
        centre: it.centreId,
        seq: String(seq),
        at: it.at.toISOString(),
        person: it.personId,
        action: it.action,
        subject: it.subject,
        detail: it.detail,
      }),
    )
    .digest('base64url')
