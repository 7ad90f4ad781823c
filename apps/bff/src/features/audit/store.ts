import { createHash } from 'node:crypto'
import { canonicalize } from '@noskhe/shared/signing/canonical'
import type { Tx } from '../../db/client.ts'

export interface AuditEntry {
  centreId: string
  at: Date
  personId: string | null
  action: string
  subject: string | null
  detail: Record<string, string | number | boolean | null>
}

const GENESIS = ''

/** Hash of an event over its content and the hash before it; the verifier computes the same. */
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

/** Adds an event to the centre's chain inside the caller's transaction. The head's row lock orders the events. */
export async function append(tx: Tx, it: AuditEntry): Promise<void> {
  await tx.$executeRaw`INSERT INTO audit_heads (centre_id, seq, hash) VALUES (${it.centreId}, 0, ${GENESIS}) ON CONFLICT DO NOTHING`
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: string }[]>`
    SELECT seq, hash FROM audit_heads WHERE centre_id = ${it.centreId} FOR UPDATE`
  if (!head) throw new Error('The audit head is missing')
  const seq = head.seq + 1n
  const hash = hashOf(head.hash, seq, it)
  await tx.auditEvent.create({ data: { ...it, seq, previous: head.hash, hash } })
  await tx.auditHead.update({ where: { centreId: it.centreId }, data: { seq, hash } })
}
