import type { ActorAtCentre } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'
import { find, keyOf, move } from './store.ts'
import type { StoredPrescription } from './stored.ts'

/** What signing needs of a prescription. `unregistrable` are the items that the payer answered about and does not take. */
export interface OwnPrescription {
  prescription: StoredPrescription['prescription']
  unregistrable: string[]
}

/** One of her own prescriptions. @throws Failure `prescription.not-found` */
export async function findOwn(db: Db | Tx, actor: ActorAtCentre, id: string): Promise<OwnPrescription> {
  const { prescription, checkRefs } = await find(db, keyOf(actor, id))
  const unregistrable = prescription.items.flatMap(({ key, check }) =>
    check === null || check.outcome === 'not-checked' || check.outcome === 'private' || checkRefs.has(key) ? [] : [key],
  )
  return { prescription, unregistrable }
}

/**
 * Turns the draft into its next signed version, if it still is the draft of `revision`; the row stays locked for the
 * caller's transaction, so that nothing about it changes before that ends.
 * @throws Failure `prescription.wrong-status` | `prescription.changed-elsewhere` | `prescription.not-found`
 */
export async function markSigned(
  tx: Tx,
  actor: ActorAtCentre,
  { id, revision, version, at }: { id: string; revision: number; version: number; at: Date },
): Promise<void> {
  await move(tx, keyOf(actor, id), {
    step: 'sign',
    guard: { from: 'draft', revision, version: version - 1 },
    change: { version, signedAt: at, refusal: null },
  })
}
