import type { DatabaseSync } from 'node:sqlite'
import type { PersonIdentity } from '../../insured.ts'
import { findByMessage, findByTrackingCode, givenOf } from '../armed-forces/rows.ts'

const DAY = 86_400_000

/** Whole days since the same generic was last registered for a person, but for one prescription; null where it never was. */
export function daysSinceSame(
  db: DatabaseSync,
  { kind, value }: PersonIdentity,
  { genericCode, except, now }: { genericCode: string; except: string; now: Date },
): number | null {
  const row = db
    .prepare(
      `SELECT max(p.written_at) AS at FROM af_row r JOIN af_prescription p ON p.message_uid = r.prescription
       WHERE p.person_kind = ? AND p.person_value = ? AND r.generic_code = ? AND NOT r.is_removed AND p.withdrawn_at IS NULL AND p.message_uid <> ?`,
    )
    .get(kind, value, genericCode, except)
  const at = row?.['at']
  return typeof at === 'string' ? Math.floor((now.getTime() - Date.parse(at)) / DAY) : null
}

/** Units of a row that were given or are held; the prescription is named by its message or, at the counter, its tracking code. */
export function givenOfRow(db: DatabaseSync, composition: string, rowId: string): number {
  const prescription = findByTrackingCode(db, composition) ?? findByMessage(db, composition)
  if (prescription === null) return 0
  return givenOf(db, prescription.message_uid).filter((it) => it.row_id === rowId).reduce((sum, it) => sum + it.count, 0)
}

/** Whether a registered prescription rests on it: such a one does not expire any more. */
export const isRegistered = (db: DatabaseSync, confirmation: string): boolean =>
  db.prepare('SELECT 1 FROM af_row WHERE confirmation = ? AND NOT is_removed').get(confirmation) !== undefined

/** When the line of this confirmation was handed over, in this number; null where no confirmed delivery has it. */
export function dayOfDelivery(db: DatabaseSync, confirmation: string, count: number): Date | null {
  const row = db
    .prepare(
      `SELECT d.confirmed_at FROM af_delivered_line l JOIN af_delivery d ON d.id = l.delivery
       WHERE l.confirmation = ? AND l.count = ? AND d.state = 'confirmed'`,
    )
    .get(confirmation, count)
  const at = row?.['confirmed_at']
  return typeof at === 'string' ? new Date(at) : null
}
