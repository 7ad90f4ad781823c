import { type AuditEntry, BETWEEN, textAround } from '@noskhe/evidence/audit-event'
import type { Db, Tx } from '../../db/client.ts'

/** What stands before the first event of a chain. */
export const GENESIS = ''

/**
 * Adds an event to the centre's chain inside the caller's transaction, in one statement: the lock on the head orders the events,
 * and the hash is computed where the one before it is known (`hashOf` computes the same for who verifies).
 */
export async function append(tx: Tx, it: AuditEntry): Promise<void> {
  if (await appendToHead(tx, it)) return
  await tx.$executeRaw`INSERT INTO audit_heads (centre_id, seq, hash) VALUES (${it.centreId}, 0, ${GENESIS}) ON CONFLICT DO NOTHING`
  if (!(await appendToHead(tx, it))) throw new Error('The audit head is missing')
}

/** False where the centre has no chain yet. */
async function appendToHead(tx: Tx, it: AuditEntry): Promise<boolean> {
  const { before, after } = textAround(it)
  const written = await tx.$executeRaw`
    WITH head AS (
      SELECT seq, hash FROM audit_heads WHERE centre_id = ${it.centreId} FOR UPDATE
    ), next AS (
      SELECT seq + 1 AS seq, hash AS previous, translate(encode(sha256(convert_to(
        ${before}::text || hash || ${BETWEEN}::text || (seq + 1)::text || ${after}::text, 'UTF8')), 'base64'), '+/=', '-_') AS hash
      FROM head
    ), moved AS (
      UPDATE audit_heads AS it SET seq = next.seq, hash = next.hash FROM next WHERE it.centre_id = ${it.centreId}
    )
    INSERT INTO audit_events (centre_id, seq, at, person_id, action, subject, detail, previous, hash)
    SELECT ${it.centreId}, seq, ${it.at}, ${it.personId}::uuid, ${it.action}, ${it.subject}, ${JSON.stringify(it.detail)}::jsonb, previous, hash FROM next`
  return written === 1
}

/** An event as it is kept. */
export interface KeptEvent extends AuditEntry {
  seq: bigint
  previous: string
  hash: string
}

/** What was done to one thing at a centre, in order. */
export async function eventsAbout(db: Db | Tx, centreId: string, subject: string): Promise<KeptEvent[]> {
  const rows = await db.auditEvent.findMany({ where: { centreId, subject }, orderBy: { seq: 'asc' } })
  return rows.map((row) => ({ ...row, detail: row.detail as AuditEntry['detail'] }))
}

/** Where the chain of each centre ends, or of one. */
export const headsOf = (db: Db, centreId?: string): Promise<{ centreId: string; seq: bigint; hash: string }[]> =>
  db.auditHead.findMany({ where: centreId === undefined ? {} : { centreId } })

/** Centres that have events: one without a head has lost it. */
export async function centresWithEvents(db: Db): Promise<string[]> {
  const rows = await db.auditEvent.findMany({ distinct: ['centreId'], select: { centreId: true }, orderBy: { centreId: 'asc' } })
  return rows.map((row) => row.centreId)
}

/** The events of a centre in their order, 1,000 at a time. */
export async function* eventsOf(db: Db, centreId: string): AsyncGenerator<KeptEvent> {
  for (let after: bigint | undefined = -1n; after !== undefined; ) {
    const rows: Awaited<ReturnType<typeof db.auditEvent.findMany>> = await db.auditEvent.findMany({
      where: { centreId, seq: { gt: after } }, orderBy: { seq: 'asc' }, take: 1_000,
    })
    // Written by `append` alone, so that it is read back as what it was.
    for (const row of rows) yield { ...row, detail: row.detail as AuditEntry['detail'] }
    after = rows.at(-1)?.seq
  }
}
