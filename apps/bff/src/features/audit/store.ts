import { type AuditEntry, hashOf } from '@noskhe/evidence/audit-event'
import type { Db, Tx } from '../../db/client.ts'

/** What stands before the first event of a chain. */
export const GENESIS = ''

/**
 * Adds an event to the centre's chain inside the caller's transaction. The head's row lock orders the events: the first
 * statement takes it (and makes the head where there is none), the second writes the event and moves the head.
 */
export async function append(tx: Tx, it: AuditEntry): Promise<void> {
  const [head] = await tx.$queryRaw<{ seq: bigint; hash: string }[]>`
    INSERT INTO audit_heads (centre_id, seq, hash) VALUES (${it.centreId}, 0, ${GENESIS})
    ON CONFLICT (centre_id) DO UPDATE SET seq = audit_heads.seq RETURNING seq, hash`
  if (!head) throw new Error('The audit head is missing')
  const seq = head.seq + 1n
  const hash = hashOf(head.hash, seq, it)
  await tx.$executeRaw`
    WITH moved AS (UPDATE audit_heads SET seq = ${seq}, hash = ${hash} WHERE centre_id = ${it.centreId})
    INSERT INTO audit_events (centre_id, seq, at, person_id, action, subject, detail, previous, hash)
    VALUES (${it.centreId}, ${seq}, ${it.at}, ${it.personId}::uuid, ${it.action}, ${it.subject}, ${JSON.stringify(it.detail)}::jsonb, ${head.hash}, ${hash})`
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
