import type { DatabaseSync } from 'node:sqlite'
import type { insurerCoding } from '@noskhe/national-wire/eligibility'

/**
 * Which insurer keeps which prescription (9-2-3). Insurers add a row when they register one. They may not know the HID: it
 * is then found through the visit (person, centre, day) that the HID was issued for.
 */
export const prescriptionIndexSchema = `
  CREATE TABLE IF NOT EXISTS prescription_index (
    insurer TEXT NOT NULL,
    tracking_code TEXT NOT NULL,
    hid TEXT,
    visit_ref TEXT,
    person_kind TEXT NOT NULL,
    person_value TEXT NOT NULL,
    registered_at TEXT NOT NULL,
    siam_id TEXT,
    PRIMARY KEY (insurer, tracking_code)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS prescription_index_of_person ON prescription_index (person_kind, person_value);
`

interface IndexedPrescription {
  insurer: keyof typeof insurerCoding
  trackingCode: string
  person: { kind: 'national-code' | 'fida' | 'unique-id' | 'insurance-code'; value: string }
  registeredAt: Date
  hid?: string
  visitRef?: string
  siamId?: string
}

/** Adds or renews the row of a registered prescription. */
export function indexPrescription(db: DatabaseSync, it: IndexedPrescription): void {
  db.prepare(
    `INSERT OR REPLACE INTO prescription_index (insurer, tracking_code, hid, visit_ref, person_kind, person_value, registered_at, siam_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    it.insurer, it.trackingCode, it.hid ?? null, it.visitRef ?? null, it.person.kind, it.person.value, it.registeredAt.toISOString(),
    it.siamId ?? null,
  )
}
