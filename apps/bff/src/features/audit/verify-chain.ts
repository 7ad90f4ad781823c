import type { Db } from '../../db/client.ts'
import { hashOf } from '@noskhe/evidence/audit-event'
import { GENESIS, centresWithEvents, eventsOf, headsOf, type KeptEvent } from './store.ts'

/**
 * What is wrong with the first event that breaks a chain: `missing` (its place is empty or the end was cut off), `unlinked`
 * (it does not follow the event before it), `altered` (its content is not what was hashed), `beyond-head` (it stands behind
 * where the chain ends).
 */
export type Break = { seq: bigint; fault: 'missing' | 'unlinked' | 'altered' | 'beyond-head' }

export interface ChainReport {
  /** A centre, or `person:…` for what somebody did before choosing one. */
  centreId: string
  /** Events that are as they were written, from the first on. */
  sound: bigint
  /** Null where the whole chain is sound. */
  broken: Break | null
}

/** Recomputes the chain of every centre from its rows. */
export async function* verifyChains(db: Db): AsyncGenerator<ChainReport> {
  const heads = new Map((await headsOf(db)).map((head) => [head.centreId, head]))
  const centres = new Set([...heads.keys(), ...(await centresWithEvents(db))])
  for (const centreId of [...centres].sort()) yield verifyChain(db, centreId, heads.get(centreId) ?? { seq: 0n, hash: GENESIS })
}

/**
 * Recomputes one chain from its rows and names the first event that is not as it was written. `head` is read before the
 * events, as they go on being written; those that came since are held to the chain as well.
 */
export async function verifyChain(db: Db, centreId: string, head: { seq: bigint; hash: string }): Promise<ChainReport> {
  let last = { seq: 0n, hash: GENESIS }
  const report = (broken: Break | null): ChainReport => ({ centreId, sound: last.seq, broken })
  for await (const event of eventsOf(db, centreId)) {
    const fault = faultOf(event, last)
    if (fault !== null) return report({ seq: fault === 'missing' ? last.seq + 1n : event.seq, fault })
    // A chain that was computed anew from some event on is sound in itself, but does not end as it ended.
    if (event.seq === head.seq && event.hash !== head.hash) return report({ seq: event.seq, fault: 'altered' })
    last = { seq: event.seq, hash: event.hash }
  }
  if (last.seq < head.seq) return report({ seq: last.seq + 1n, fault: 'missing' })
  return report((await isHeadBehind(db, centreId, last.seq)) ? { seq: head.seq + 1n, fault: 'beyond-head' } : null)
}

function faultOf(event: KeptEvent, before: { seq: bigint; hash: string }): Break['fault'] | null {
  if (event.seq !== before.seq + 1n) return 'missing'
  if (event.previous !== before.hash) return 'unlinked'
  return event.hash === hashOf(event.previous, event.seq, event) ? null : 'altered'
}

/** Events written meanwhile moved the head with them; a head that is still behind was turned back. */
async function isHeadBehind(db: Db, centreId: string, last: bigint): Promise<boolean> {
  const [head] = await headsOf(db, centreId)
  return (head?.seq ?? 0n) < last
}
