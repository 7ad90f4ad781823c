import { randomInt, randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { AmendMessage, DispensedPrescriptionMessage, MedicationPrescriptionMessage, PrescribedRow, ResultVo } from '@noskhe/national-wire/sepas'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import type * as z from 'zod'
import { transaction } from '../../database.ts'
import { identityOf } from '../../insured.ts'
import { indexPrescription } from '../../prescription-index.ts'
import { dispensedOf, leftOf, productName, rowsOf } from './store.ts'

type ErrorCode = NonNullable<ResultVo['ErrorCode']>

export const refused = (MessageUID: string, ErrorCode: ErrorCode, ErrorMessage: string): ResultVo => ({
  MessageUID, ErrorCode, ErrorMessage, CompositionUID: null, patientUID: null, TrackingCode: null,
})

/** The answer that an accepted message had, whenever it is asked for again; null for a message never accepted. */
export function findAccepted(db: DatabaseSync, messageUid: string): ResultVo | null {
  const row = db.prepare('SELECT * FROM sepas_messages WHERE message_uid = ?').get(messageUid)
  if (row === undefined) return null
  return {
    MessageUID: messageUid, ErrorMessage: null, ErrorCode: null, patientUID: null,
    CompositionUID: String(row['composition_uid']), TrackingCode: String(row['tracking_code']),
  }
}

export function savePrescription(db: DatabaseSync, { Person, MsgID, Composition }: MedicationPrescriptionMessage, at: Date): ResultVo {
  const id = MsgID.MessageUID
  const person = identityOf(Person.PersonID)
  const unknownRow = Composition.MedicationPrescriptions.find((row) => productName(db, row.ProductCode) === null)
  if (person === null) return refused(id, 'malformed', 'شناسهٔ بیمار شناخته نشد')
  if (Composition.Insurance.Insurer.Coded_string !== insurerCoding.private.code) {
    return refused(id, 'not-private', 'نسخهٔ بیمه‌شده نزد بیمه‌گر ثبت می‌شود؛ اینجا تنها نسخهٔ آزاد پذیرفته می‌شود')
  }
  if (unknownRow !== undefined) return refused(id, 'malformed', `کد ${unknownRow.ProductCode.Coded_string} در فهرست‌های مکسا نیست`)
  return transaction(db, () => {
    if (findAccepted(db, id) !== null) return duplicate(db, id)
    const trackingCode = newTrackingCode(db)
    accept(db, id, trackingCode)
    db.prepare('INSERT INTO sepas_prescriptions VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      id, trackingCode, person.kind, person.value, MsgID.HealthCareFacilityID.ID, MsgID.Committer.ID, at.toISOString(),
    )
    putRows(db, id, Composition.MedicationPrescriptions)
    indexPrescription(db, {
      insurer: 'private', trackingCode, person, registeredAt: at, visitRef: id, siamId: MsgID.HealthCareFacilityID.ID,
    })
    return findAccepted(db, id) ?? refused(id, 'not-found', 'پیام ذخیره نشد')
  })
}

export function amendPrescription(db: DatabaseSync, { MsgID, Amends, Remove, Add }: z.infer<typeof AmendMessage>): ResultVo {
  const id = MsgID.MessageUID
  const known = db.prepare('SELECT tracking_code FROM sepas_prescriptions WHERE message_uid = ? AND council_number = ?').get(Amends, MsgID.Committer.ID)
  if (known === undefined) return refused(id, 'not-found', 'نسخه‌ای با این شناسه از این پزشک یافت نشد')
  if (Add.some((row) => productName(db, row.ProductCode) === null)) return refused(id, 'malformed', 'کد یکی از اقلام در فهرست‌های مکسا نیست')
  return transaction(db, () => {
    if (findAccepted(db, id) !== null) return duplicate(db, id)
    if (dispensedOf(db, Amends).length > 0) return refused(id, 'already-dispensed', 'بخشی از نسخه تحویل شده است و دیگر ویرایش نمی‌شود')
    for (const rowId of Remove) db.prepare('DELETE FROM sepas_rows WHERE prescription = ? AND row_id = ?').run(Amends, rowId)
    putRows(db, Amends, Add)
    accept(db, id, String(known['tracking_code']))
    return findAccepted(db, id) ?? refused(id, 'not-found', 'پیام ذخیره نشد')
  })
}

export function saveDispensing(db: DatabaseSync, message: DispensedPrescriptionMessage, at: Date): ResultVo {
  const id = message.MsgID.MessageUID
  const known = db.prepare('SELECT message_uid FROM sepas_prescriptions WHERE tracking_code = ?').get(message.TrackingCode)
  if (known === undefined) return refused(id, 'not-found', 'نسخه‌ای با این کد رهگیری یافت نشد')
  const prescription = String(known['message_uid'])
  return transaction(db, () => {
    if (findAccepted(db, id) !== null) return duplicate(db, id)
    const wrong = wrongLine(db, prescription, message)
    if (wrong !== null) return refused(id, ...wrong)
    accept(db, id, message.TrackingCode)
    db.prepare('INSERT INTO sepas_dispensings (message_uid, prescription, siam_id, at) VALUES (?, ?, ?, ?)')
      .run(id, prescription, message.MsgID.HealthCareFacilityID.ID, at.toISOString())
    for (const line of message.DispensedPrescriptions) {
      db.prepare('INSERT INTO sepas_dispensed_rows VALUES (?, ?, ?, ?, ?)')
        .run(id, line.RowID, JSON.stringify(line.ProductCode), line.TotalNumber, JSON.stringify(line.PackUIDs))
    }
    return findAccepted(db, id) ?? refused(id, 'not-found', 'پیام ذخیره نشد')
  })
}

/** Takes a dispensing back; false where there is none to take back. Its packs are TTAC's affair. */
export function deleteDispensing(db: DatabaseSync, messageUid: string, at: Date): boolean {
  return db.prepare('UPDATE sepas_dispensings SET deleted_at = ? WHERE message_uid = ? AND deleted_at IS NULL').run(at.toISOString(), messageUid).changes > 0
}

/** Counts several lines of the message on one row together. */
function wrongLine(db: DatabaseSync, prescription: string, { MsgID, DispensedPrescriptions }: DispensedPrescriptionMessage): [ErrorCode, string] | null {
  const rows = new Map(rowsOf(db, prescription).map((row) => [row.RowID, { row, left: leftOf(db, prescription, row) }]))
  const packs = DispensedPrescriptions.flatMap((line) => line.PackUIDs)
  if (new Set(packs).size < packs.length) return ['malformed', 'یک بسته دو بار در پیام آمده است']
  for (const line of DispensedPrescriptions) {
    const it = rows.get(line.RowID)
    if (it === undefined) return ['not-found', 'یکی از اقلام در نسخه نیست']
    it.left -= line.TotalNumber
    if (it.left < 0) return ['more-than-left', 'تعداد تحویل از باقی‌مانده بیشتر است']
    for (const uid of line.PackUIDs) {
      const isSoldHere = db.prepare('SELECT 1 FROM ttac_sales WHERE uid = ? AND siam_id = ?').get(uid, MsgID.HealthCareFacilityID.ID) !== undefined
      if (!isSoldHere) return ['pack-not-genuine', `بستهٔ ${uid} در تی‌تک از این مرکز فروخته نشده است`]
    }
  }
  return null
}

const duplicate = (db: DatabaseSync, id: string): ResultVo => ({
  ...(findAccepted(db, id) ?? refused(id, 'duplicate', '')), ErrorCode: 'duplicate', ErrorMessage: 'این پیام پیش‌تر ثبت شده است',
})

const accept = (db: DatabaseSync, id: string, trackingCode: string) =>
  void db.prepare('INSERT INTO sepas_messages VALUES (?, ?, ?)').run(id, randomUUID(), trackingCode)

function putRows(db: DatabaseSync, prescription: string, rows: readonly PrescribedRow[]): void {
  for (const row of rows) db.prepare('INSERT INTO sepas_rows VALUES (?, ?, ?)').run(prescription, row.RowID, JSON.stringify(row))
}


function newTrackingCode(db: DatabaseSync): string {
  for (;;) {
    const code = `7${randomInt(10 ** 9).toString().padStart(9, '0')}`
    if (db.prepare('SELECT 1 FROM sepas_prescriptions WHERE tracking_code = ?').get(code) === undefined) return code
  }
}
