import type { Tx } from '../../../db/client.ts'
import { type Kind, enqueue, streamOf } from '../../../outbox/index.ts'
import type { StoredPrescription } from '../stored.ts'

/**
 * What a payer has registered goes to the health record too (8-5): written down with the registration, told after it, its lines
 * and what was ordered or answered without lines each as its own. A private prescription is registered at the health record
 * itself, and is not told to it a second time.
 */
export async function tellRecord(
  tx: Tx,
  it: StoredPrescription,
  { version, trackingCode, at }: { version: number; trackingCode: string; at: Date },
): Promise<void> {
  const { centreId, act, prescription: { id, insurer } } = it
  if (insurer === 'private') return
  const tell = (kind: Kind) => enqueue(tx, { centreId, kind, stream: streamOf({ insurer, trackingCode }), subjectId: id, version, at })
  if (act === null || hasLines(it)) await tell('sepas.prescription')
  // A visit alone is kept as its bill, of which nobody tells us the price.
  if (act !== null && act.act.kind !== 'visit') await tell('sepas.referral')
}

/** A version that takes it all back has no lines of its own; those of the one before it are taken back. */
const hasLines = ({ items, amending }: StoredPrescription): boolean => items.length > 0 || (amending?.content.items.length ?? 0) > 0
