import type { Tx } from '../../../db/client.ts'
import { enqueue, streamOf } from '../../../outbox/index.ts'
import type { StoredPrescription } from '../stored.ts'

/**
 * What a payer has registered goes to the health record too (8-5): written down with the registration, told after it. A private
 * prescription is registered at the health record itself, and is not told to it a second time.
 */
export async function tellRecord(
  tx: Tx,
  { centreId, items, act, prescription: { id, insurer } }: StoredPrescription,
  { version, trackingCode, at }: { version: number; trackingCode: string; at: Date },
): Promise<void> {
  if (insurer === 'private') return
  // A message holds lines; what is told without any has none of its own there yet.
  if (act !== null && items.length === 0) return
  await enqueue(tx, { centreId, kind: 'sepas.prescription', stream: streamOf({ insurer, trackingCode }), subjectId: id, version, at })
}
