import { hashOf } from './audit-event.ts'
import { type Content, type Event, sha256 } from './evidence-file.ts'
import type { Finding } from './report.ts'

const finding = (check: 'events' | 'events-agree', state: Finding['state'], because: string | null): Finding => ({ check, version: null, state, because })

/**
 * Whether each event is as it was hashed, follows the one before it where they are neighbours, and is about this prescription; and
 * whether the audit knows each version under the digest that its bytes have. That no event between them was left out, only the
 * centre's whole chain can tell.
 */
export function verifyEvents({ centre, prescription, events, versions }: Content): Finding[] {
  const broken = events.find((it, place) => !isSound(it, events[place - 1], centre, prescription))
  if (broken) return [finding('events', 'broken', broken.seq)]
  const unknown = versions.find(({ version, canonical }) => !events.some((it) => isSigningOf(it, version, sha256(canonical))))
  return [finding('events', 'holds', String(events.length)), finding('events-agree', unknown ? 'broken' : 'holds', unknown ? String(unknown.version) : null)]
}

function isSound(it: Event, before: Event | undefined, centreId: string, prescription: string): boolean {
  const { at, person: personId, action, subject, detail } = it
  const seq = BigInt(it.seq)
  if (subject !== prescription || hashOf(it.previous, seq, { centreId, at: new Date(at), personId, action, subject, detail }) !== it.hash) return false
  if (before === undefined) return true
  const last = BigInt(before.seq)
  return seq > last && (seq > last + 1n || it.previous === before.hash)
}

const isSigningOf = ({ action, detail }: Event, version: number, digest: string): boolean =>
  action === 'prescription.signed' && detail['version'] === version && detail['digest'] === digest
