import { Failure } from '@noskhe/shared/failure'
import { type Cancellation, editPolicyOf, isWithinEditWindow } from '@noskhe/shared/prescriptions/amending'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { record } from '../../audit/index.ts'
import { type ConnectedPayer, connectPayer, payerRefusal } from '../../payers/index.ts'
import { amendingColumn, checksOf, find, keyOf, move } from '../store.ts'
import { type StoredPrescription, ownKey } from '../stored.ts'
import { standingLines } from './standing-lines.ts'

/**
 * A registered prescription of hers, as she saw it, whose insurer's window for changes is open.
 * @throws Failure `prescription.not-found` | `.wrong-status` | `.changed-elsewhere` | `.edit-window-closed`
 */
export async function findReopenable({ actor, db, now }: Context, id: string, version: number): Promise<StoredPrescription> {
  const it = await find(db, keyOf(actor, id))
  const { status, insurer, registeredAt } = it.prescription
  if (status !== 'registered' || registeredAt === null) throw new Failure('prescription.wrong-status', { status })
  if (it.prescription.version !== version) throw new Failure('prescription.changed-elsewhere')
  if (!isWithinEditWindow(editPolicyOf(insurer, now()), registeredAt, now())) throw new Failure('prescription.edit-window-closed')
  return it
}

/**
 * Asks the payer whether anything was given yet, by whatever software. Its silence is thrown: unknown is not no.
 * @throws Failure `prescription.dispensed` | `payer.refused`; NationalUnavailable | NationalUnreadable
 */
export async function assertUntouched(context: Context, it: StoredPrescription): Promise<ConnectedPayer> {
  const connected = await connectPayer(context, it.prescription.insurer)
  const standing = await standingLines(connected, it)
  if (standing.outcome === 'refused') throw payerRefusal(standing)
  if (standing.isTouched) throw new Failure('prescription.dispensed')
  return connected
}

/** Opens its next version for writing and keeps the registered one to put back; `cancellation` opens an empty one. */
export function reopen(context: Context, it: StoredPrescription, cancellation: Cancellation | null): Promise<Prescription> {
  const { db, now } = context
  const key = ownKey(it)
  const { id, version, revision, terminologyRelease, signedAt, diagnosis, noteToPatient } = it.prescription
  const content = { items: [...it.items], diagnosis, noteToPatient }
  return inTransaction(db, async (tx) => {
    const kept = { since: now().toISOString(), version, content, terminologyRelease, signedAt, checks: await checksOf(tx, key), cancellation }
    await move(tx, key, {
      step: 'reopen',
      guard: { from: 'registered', version },
      change: {
        amending: amendingColumn(kept),
        ...(cancellation && { content: { ...content, items: [] } }),
        revision: revision + 1,
        signedAt: null,
        savedAt: now(),
      },
    })
    await record(tx, context, cancellation ? 'prescription.cancellation-begun' : 'prescription.edit-begun', id, { version })
    return (await find(tx, key)).prescription
  })
}
