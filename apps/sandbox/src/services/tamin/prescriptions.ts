import { createHash, randomInt } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { isEditable, prescriptionType } from '@noskhe/national-wire/tamin/codes'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { one } from '../../database.ts'
import { identityKindOf } from '../../insured.ts'
import { indexPrescription } from '../../prescription-index.ts'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { isSameDay } from './dates.ts'
import { requireUntreatedTeeth } from './dentistry.ts'
import { coverOf } from './insured.ts'
import { findPrescription } from './kept.ts'
import { isAnswered } from './referrals.ts'
import { Prescription, prescriptionsSql } from './rows.ts'
import { readLines } from './written-lines.ts'
import type { OrderedLine } from './written-lines.ts'
import type { Written } from './written.ts'

interface Done {
  headId: number
  trackingCode: string
  message: string
}

/** Keeps a prescription. The same one again is refused with 304 and the old numbers in the text. @throws Refusal */
export function createPrescription(call: Call, it: Written): Done {
  const { db, now, account, clientId } = call
  const print = fingerprintOf(call, it)
  const before = one(db, Prescription, `${prescriptionsSql} WHERE fingerprint = ? AND deleted_at IS NULL`, print)
  if (before !== null) {
    throw new Refusal(taminRefusal.duplicate, `نسخه تکراری است. شناسهٔ نسخهٔ پیشین: ${before.id} کد رهگیری: ${before.tracking_code}`)
  }
  const cover = coverOf(it.patient, now)
  if (cover === null) throw new Refusal(taminRefusal.notDeserving, 'بیمار استحقاق درمان تأمین اجتماعی ندارد')
  requireUntreatedTeeth(db, it.patient, it.lines)
  if (it.feedback !== null && isAnswered(db, Number(it.feedback.referralId))) throw new Refusal(taminRefusal.referralAnswered, 'این ارجاع پیش‌تر بازخورد گرفته است')

  const trackingCode = freeTrackingCode(db)
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO tamin_prescription (id, tracking_code, patient, username, client_id, type, presc_date, comments, fund, fingerprint, created_at)
       VALUES (coalesce((SELECT max(id) FROM tamin_prescription), 240000000) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(trackingCode, it.patient, account.username, clientId, it.type, it.day, it.comments, cover.box.title, print, now.toISOString())
  const headId = Number(lastInsertRowid)
  db.prepare('INSERT INTO tamin_writing VALUES (?, ?, ?)').run(headId, it.expires, it.complaint)
  keepLines(db, headId, it.lines)
  keepReferral(db, headId, it)
  if (it.type === prescriptionType.drug) {
    const person = { kind: identityKindOf(it.patient), value: it.patient }
    indexPrescription(db, { insurer: 'tamin', trackingCode, person, registeredAt: now })
  }
  return { headId, trackingCode, message: 'نسخه ثبت شد' }
}

/** Puts another list of lines in the place of the old one, once in the life of a prescription. @throws Refusal */
export function editPrescription(call: Call, headId: string, body: unknown): Done {
  const { db, now } = call
  const it = changeable(call, headId)
  if (!isEditable(it.type)) throw new Refusal(taminRefusal.notEditable, 'این نوع نسخه ویرایش نمی‌شود')
  if (it.edited_at !== null) throw new Refusal(taminRefusal.editedBefore, 'این نسخه یک بار ویرایش شده است')
  const lines = readLines(call, { type: it.type, patient: it.patient }, body)
  db.prepare('UPDATE tamin_line SET is_replaced = 1 WHERE prescription = ?').run(it.id)
  keepLines(db, it.id, lines)
  const print = fingerprintOf(call, { patient: it.patient, type: it.type, day: it.presc_date, lines, referral: null, feedback: null })
  db.prepare('UPDATE tamin_prescription SET edited_at = ?, fingerprint = ? WHERE id = ?').run(now.toISOString(), print, it.id)
  return { headId: it.id, trackingCode: it.tracking_code, message: 'نسخه ویرایش شد' }
}

/** Deletes a prescription on the day it was made. @throws Refusal */
export function deletePrescription(call: Call, headId: string): Done {
  const { db, now } = call
  const it = changeable(call, headId)
  if (!isSameDay(it.created_at, now)) throw new Refusal(taminRefusal.deletionOver, 'حذف نسخه تنها در روز ثبت آن ممکن است')
  db.prepare('UPDATE tamin_prescription SET deleted_at = ? WHERE id = ?').run(now.toISOString(), it.id)
  db.prepare(`DELETE FROM prescription_index WHERE insurer = 'tamin' AND tracking_code = ?`).run(it.tracking_code)
  return { headId: it.id, trackingCode: it.tracking_code, message: 'نسخه حذف شد' }
}

/** Her own prescription, made with this software, of which nobody has given anything. */
function changeable({ db, account, clientId }: Call, headId: string): Prescription {
  const it = findPrescription(db, headId)
  if (it === null || it.username !== account.username) throw new Refusal(taminRefusal.notFound, 'نسخه یافت نشد')
  if (it.client_id !== clientId) throw new Refusal(taminRefusal.otherClient, 'این نسخه با نرم‌افزار دیگری ثبت شده است')
  if (hasActed(db, it.id)) throw new Refusal(taminRefusal.providerActed, 'ارائه‌دهندهٔ خدمت بر این نسخه اقدام کرده است')
  return it
}

/** Something was given of it or, of a referral, it was answered. */
const hasActed = (db: DatabaseSync, id: number): boolean =>
  db.prepare(`SELECT 1 FROM tamin_delivery WHERE prescription = ? AND state IN ('confirmed', 'unconfirmed')`).get(id) !== undefined || isAnswered(db, id)

function keepLines(db: DatabaseSync, headId: number, lines: readonly OrderedLine[]): void {
  const insert = db.prepare(
    'INSERT INTO tamin_line (prescription, ws_code, qty, amount_id, instruction_id, dose, repeat, date_do) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const detail = db.prepare('INSERT INTO tamin_line_detail VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  for (const it of lines) {
    const { lastInsertRowid } = insert.run(headId, it.item.ws_code, it.qty, it.amountId, it.instructionId, it.dose, it.repeat, it.dateDo)
    detail.run(lastInsertRowid, it.item.srv_type, it.terminology, it.group, it.icd, it.tooth, it.illness, it.plan)
  }
}

function keepReferral(db: DatabaseSync, headId: number, { referral, feedback }: Written): void {
  if (referral !== null) {
    const { specId, toDocId, reason, icdId, isUrgent } = referral
    db.prepare('INSERT INTO tamin_referral VALUES (?, ?, ?, ?, ?, ?)').run(headId, specId, toDocId, reason, icdId, Number(isUrgent))
  }
  if (feedback !== null) {
    db.prepare('INSERT INTO tamin_feedback VALUES (?, ?, ?)').run(headId, Number(feedback.referralId), JSON.stringify(feedback.answers))
  }
}

type Printed = Pick<Written, 'patient' | 'type' | 'day' | 'lines' | 'referral' | 'feedback'>

/** The guide does not say what makes two prescriptions the same; here: doctor, software, patient, day, kind and content. */
function fingerprintOf({ account, clientId }: Call, { patient, type, day, lines, referral, feedback }: Printed): string {
  const content = lines.map(({ item, ...it }) => JSON.stringify([item.ws_code, it]))
  const whole = [account.username, clientId, patient, day, type, content.sort(), referral, feedback]
  return createHash('sha256').update(JSON.stringify(whole)).digest('base64url')
}

function freeTrackingCode(db: DatabaseSync): string {
  for (;;) {
    const code = String(randomInt(1_000_000, 10_000_000))
    if (db.prepare('SELECT 1 FROM tamin_prescription WHERE tracking_code = ?').get(code) === undefined) return code
  }
}
