import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { DoCodedText } from '@noskhe/national-wire/data-objects'
import { PrescribedRow } from '@noskhe/national-wire/sepas'
import type { StoredPrescription } from '@noskhe/national-wire/sepas'
import { findDrugByIrc, findDrugOfAnyRelease, findService } from '../../catalogue/store.ts'
import { findPatient, toIdentifier } from '../../insured.ts'
import { centres, people } from '../../scenarios.ts'
import type { DemoCentre, DemoPerson } from '../../scenarios.ts'

const allCentres: readonly DemoCentre[] = centres
const allPeople: readonly DemoPerson[] = people

export const PrescriptionRow = z.object({
  message_uid: z.string(),
  tracking_code: z.string(),
  person_kind: z.enum(['national-code', 'fida', 'unique-id', 'insurance-code']),
  person_value: z.string(),
  siam_id: z.string(),
  council_number: z.string(),
  written_at: z.string(),
})
export type PrescriptionRow = z.infer<typeof PrescriptionRow>

/** What SEPAS calls a product; null where the national lists have no such code. */
export function productName(db: DatabaseSync, { Terminology_id, Coded_string }: DoCodedText): string | null {
  if (Terminology_id === 'eRx') return findDrugOfAnyRelease(db, Coded_string)?.nameFa ?? null
  if (Terminology_id === 'IRC') return findDrugByIrc(db, Coded_string)?.nameFa ?? null
  return findService(db, Coded_string)?.nameFa ?? null
}

export const rowsOf = (db: DatabaseSync, prescription: string): PrescribedRow[] =>
  db.prepare('SELECT body FROM sepas_rows WHERE prescription = ? ORDER BY rowid').all(prescription)
    .map((row) => PrescribedRow.parse(JSON.parse(String(row['body']))))

const Dispensed = z.object({ row_id: z.string(), product: z.string(), count: z.number(), at: z.string(), siam_id: z.string() })

/** Dispensings of a prescription that were not taken back. */
export const dispensedOf = (db: DatabaseSync, prescription: string) =>
  z.array(Dispensed).parse(
    db.prepare(
      `SELECT r.row_id, r.product, r.count, d.at, d.siam_id FROM sepas_dispensed_rows r JOIN sepas_dispensings d ON d.message_uid = r.dispensing
       WHERE d.prescription = ? AND d.deleted_at IS NULL ORDER BY d.at`,
    ).all(prescription),
  )

/** How many of a row are left to dispense; its number is of the whole, repeats included. */
export function leftOf(db: DatabaseSync, prescription: string, row: PrescribedRow): number {
  const given = dispensedOf(db, prescription).filter((it) => it.row_id === row.RowID).reduce((sum, it) => sum + it.count, 0)
  return row.TotalNumber - given
}

export function toStored(db: DatabaseSync, it: PrescriptionRow): StoredPrescription {
  const PersonID = toIdentifier(it.person_kind, it.person_value)
  const patient = findPatient(PersonID)
  const prescriber = allPeople.find((person) => person.councilNumber === it.council_number)
  const given = dispensedOf(db, it.message_uid)
  return {
    MessageUID: it.message_uid,
    TrackingCode: it.tracking_code,
    WrittenAt: it.written_at,
    Person: { PersonID, FirstName: patient?.firstName ?? '', LastName: patient?.lastName ?? '' },
    HealthCareFacility: { ID: it.siam_id, Name: centreName(it.siam_id) },
    Prescriber: { CouncilNumber: it.council_number, FullName: prescriber === undefined ? '' : `${prescriber.firstName} ${prescriber.lastName}` },
    Rows: rowsOf(db, it.message_uid).map((row) => ({
      ...row,
      ProductName: productName(db, row.ProductCode) ?? row.ProductCode.Value,
      Dispensed: given
        .filter((line) => line.row_id === row.RowID)
        .map((line) => ({ At: line.at, Count: line.count, ProductCode: DoCodedText.parse(JSON.parse(line.product)), By: centreName(line.siam_id) })),
    })),
  }
}

export const centreName = (siamId: string) => allCentres.find((it) => it.siamId === siamId)?.name ?? siamId
