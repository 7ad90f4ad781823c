import { randomInt } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type * as z from 'zod'
import { armedForcesRefusal } from '@noskhe/national-wire/armed-forces'
import type { AmendPrescriptionRequest, ConfirmedRow, FindPrescriptionRequest, KeptPrescription, SavePrescriptionRequest, WithdrawPrescriptionRequest } from '@noskhe/national-wire/armed-forces'
import type { DoIdentifier } from '@noskhe/national-wire/data-objects'
import { findPatient, identityOf, toIdentifier } from '../../insured.ts'
import type { PersonIdentity } from '../../insured.ts'
import { indexPrescription } from '../../prescription-index.ts'
import { findConfirmation, isHeldBy, isLive } from '../insurer-rules/confirmations.ts'
import type { Confirmation } from '../insurer-rules/confirmations.ts'
import { centreName, findAccount } from './accounts.ts'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { fullNameOf, insuredOf } from './insured.ts'
import { drugOf, findByMessage, findByTrackingCode, givenOf, leftOf, prescriptionsOf, rowsOf } from './rows.ts'
import type { Prescription, Row } from './rows.ts'

type Saved = { MessageUID: string; TrackingCode: string }

/** Keeps a confirmed prescription. The same message again is answered with what it made the first time. @throws Refusal */
export function savePrescription(call: Call, it: z.output<typeof SavePrescriptionRequest>): Saved {
  const { db, now, account, siamId } = call
  const person = personOf(it.PersonID)
  const before = findByMessage(db, it.MessageUID)
  if (before !== null) {
    if (before.username !== account.username || before.person_value !== person.value) throw new Refusal(armedForcesRefusal.duplicate, 'این پیام پیش‌تر به کار رفته است')
    return savedOf(before)
  }
  const insured = insuredOf(it.PersonID, now)
  if (insured === null) throw new Refusal(armedForcesRefusal.notInsured, 'این شخص بیمه‌شدهٔ نیروهای مسلح نیست')
  requireConfirmed(call, { person, composition: it.MessageUID, whole: it.TrackingID.ID, rows: it.Rows, kept: [] })
  const trackingCode = freeTrackingCode(db)
  db.prepare('INSERT INTO af_prescription VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)').run(
    it.MessageUID, trackingCode, person.kind, person.value, account.username, siamId, insured.cover.box.title, it.TrackingID.ID, now.toISOString(),
  )
  keepRows(db, it.MessageUID, it.Rows)
  indexPrescription(db, { insurer: 'armed-forces', trackingCode, person, registeredAt: now, visitRef: it.MessageUID, siamId })
  return { MessageUID: it.MessageUID, TrackingCode: trackingCode }
}

/** Takes rows out of and into a prescription of which nobody has given anything. @throws Refusal */
export function amendPrescription(call: Call, it: z.output<typeof AmendPrescriptionRequest>): Saved {
  const { db } = call
  const found = ownPrescription(call, it.PersonID, it.Amends)
  if (givenOf(db, found.message_uid).length > 0) throw new Refusal(armedForcesRefusal.dispensed, 'بخشی از نسخه تحویل شده است و دیگر ویرایش نمی‌شود')
  const kept = rowsOf(db, found.message_uid).filter((row) => !it.Remove.includes(row.row_id))
  requireConfirmed(call, { person: personOf(it.PersonID), composition: found.message_uid, whole: it.TrackingID.ID, rows: it.Add, kept })
  for (const rowId of it.Remove) db.prepare('UPDATE af_row SET is_removed = 1 WHERE prescription = ? AND row_id = ?').run(found.message_uid, rowId)
  keepRows(db, found.message_uid, it.Add)
  db.prepare('UPDATE af_prescription SET confirmation = ? WHERE message_uid = ?').run(it.TrackingID.ID, found.message_uid)
  return savedOf(found)
}

/** Takes a prescription back of which nobody has given anything. @throws Refusal */
export function withdrawPrescription(call: Call, it: z.output<typeof WithdrawPrescriptionRequest>): true {
  const { db, now } = call
  const found = ownPrescription(call, it.PersonID, it.MessageUID)
  if (givenOf(db, found.message_uid).length > 0) throw new Refusal(armedForcesRefusal.dispensed, 'بخشی از نسخه تحویل شده است و دیگر پس گرفته نمی‌شود')
  db.prepare('UPDATE af_prescription SET withdrawn_at = ? WHERE message_uid = ?').run(now.toISOString(), found.message_uid)
  db.prepare(`DELETE FROM prescription_index WHERE insurer = 'armed-forces' AND tracking_code = ?`).run(found.tracking_code)
  return true
}

/** By its message, to whoever wrote it; by its tracking code, at any counter. @throws Refusal */
export function findPrescription(call: Call, { PersonID, By }: z.output<typeof FindPrescriptionRequest>): KeptPrescription {
  if ('MessageUID' in By) return onWire(call.db, ownPrescription(call, PersonID, By.MessageUID))
  return onWire(call.db, requireOrder(call.db, PersonID, By.TrackingCode))
}

export const openPrescriptions = ({ db }: Call, person: DoIdentifier): KeptPrescription[] =>
  prescriptionsOf(db, personOf(person)).map((it) => onWire(db, it)).filter((it) => it.Rows.some((row) => row.Left > 0))

/** This person's prescription with this code. @throws Refusal */
export function requireOrder(db: DatabaseSync, person: DoIdentifier, trackingCode: string): Prescription {
  const found = findByTrackingCode(db, trackingCode)
  if (found === null || found.withdrawn_at !== null) throw new Refusal(armedForcesRefusal.notFound, 'نسخه‌ای با این کد رهگیری نیست')
  if (!isOf(found, personOf(person))) throw new Refusal(armedForcesRefusal.otherPerson, 'این کد رهگیری از آنِ بیمار دیگری است')
  return found
}

function ownPrescription({ db, account }: Call, person: DoIdentifier, messageUid: string): Prescription {
  const found = findByMessage(db, messageUid)
  if (found === null || found.username !== account.username || !isOf(found, personOf(person))) {
    throw new Refusal(armedForcesRefusal.notFound, 'نسخه‌ای با این شناسه از این پزشک نیست')
  }
  if (found.withdrawn_at !== null) throw new Refusal(armedForcesRefusal.withdrawn, 'این نسخه پس گرفته شده است')
  return found
}

export function personOf(identifier: DoIdentifier): PersonIdentity {
  const person = identityOf(identifier)
  if (person === null) throw new Refusal(armedForcesRefusal.malformed, 'نوع شناسهٔ بیمار شناخته نشد')
  return person
}

const isOf = (it: Prescription, { kind, value }: PersonIdentity) => it.person_kind === kind && it.person_value === value
const savedOf = (it: Prescription): Saved => ({ MessageUID: it.message_uid, TrackingCode: it.tracking_code })

interface Confirming {
  person: PersonIdentity
  composition: string
  whole: string
  rows: readonly ConfirmedRow[]
  /** Rows that stay; theirs were looked at when they were kept. */
  kept: readonly Row[]
}

/** Every new row was confirmed for this person, doctor and prescription, and the whole for exactly these rows (9-1-4). @throws Refusal */
function requireConfirmed(call: Call, { person, composition, whole, rows, kept }: Confirming): void {
  for (const row of rows) {
    const found = requireConfirmation(call, { person, composition, id: row.ConfirmationID.ID })
    if (found.pkid !== row.RowID || found.product !== row.ProductCode.Coded_string || found.count !== row.TotalNumber) {
      throw new Refusal(armedForcesRefusal.confirmationMismatch, 'شناسهٔ تأیید از آنِ این قلم نیست')
    }
  }
  const covers = new Set(requireConfirmation(call, { person, composition, id: whole }).covers ?? [])
  const all = [...rows.map((row) => row.ConfirmationID.ID), ...kept.map((row) => row.confirmation)]
  if (covers.size !== all.length || !all.every((id) => covers.has(id))) {
    throw new Refusal(armedForcesRefusal.confirmationMismatch, 'شناسهٔ تأیید نسخه از آنِ همین اقلام نیست')
  }
}

function requireConfirmation({ db, now, account, siamId }: Call, { person, composition, id }: { person: PersonIdentity; composition: string; id: string }): Confirmation {
  const found = findConfirmation(db, id)
  const isOurs = found !== null && found.point === 'before-prescribing' && found.composition === composition
  if (!isOurs || !isHeldBy(found, { person, siamId, committer: account.username })) {
    throw new Refusal(armedForcesRefusal.confirmationUnknown, 'شناسهٔ تأیید قواعد برای این نسخه صادر نشده است')
  }
  if (!isLive(found, now)) throw new Refusal(armedForcesRefusal.confirmationExpired, 'مهلت شناسهٔ تأیید قواعد گذشته است')
  return found
}

function keepRows(db: DatabaseSync, prescription: string, rows: readonly ConfirmedRow[]): void {
  const insert = db.prepare('INSERT INTO af_row (prescription, row_id, generic_code, confirmation, body) VALUES (?, ?, ?, ?, ?)')
  for (const row of rows) {
    const drug = drugOf(db, row.ProductCode)
    if (drug === null) throw new Refusal(armedForcesRefusal.malformed, 'کد یکی از اقلام در فهرست نیست')
    insert.run(prescription, row.RowID, drug.genericCode, row.ConfirmationID.ID, JSON.stringify(row))
  }
}

function onWire(db: DatabaseSync, it: Prescription): KeptPrescription {
  const PersonID = toIdentifier(it.person_kind, it.person_value)
  const patient = findPatient(PersonID)
  const given = givenOf(db, it.message_uid)
  return {
    MessageUID: it.message_uid,
    TrackingCode: it.tracking_code,
    WrittenAt: it.written_at,
    Person: { PersonID, FullName: patient === null ? '' : fullNameOf(patient) },
    Fund: it.fund,
    HealthCareFacility: { ID: it.siam_id, Name: centreName(it.siam_id) },
    Prescriber: { CouncilNumber: it.username, FullName: findAccount(it.username)?.fullName ?? '' },
    Rows: rowsOf(db, it.message_uid).map((row) => ({
      ...row.body,
      ProductName: drugOf(db, row.body.ProductCode)?.nameFa ?? row.body.ProductCode.Value,
      ReferencePrice: drugOf(db, row.body.ProductCode)?.basePrice ?? 0,
      Left: leftOf(db, it.message_uid, row),
      // An unconfirmed delivery counts for nobody, though it holds its units.
      Dispensed: given.flatMap((line) =>
        line.row_id === row.row_id && line.confirmed_at !== null
          ? [{ At: line.confirmed_at, Count: line.count, ProductCode: line.product, By: centreName(line.siam_id) }]
          : [],
      ),
    })),
  }
}

function freeTrackingCode(db: DatabaseSync): string {
  for (;;) {
    const code = `3${randomInt(10 ** 7).toString().padStart(7, '0')}`
    if (findByTrackingCode(db, code) === null) return code
  }
}
