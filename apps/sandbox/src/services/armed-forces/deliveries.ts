import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { armedForcesRefusal } from '@noskhe/national-wire/armed-forces'
import type { BillReply, FoundDispensing, PackInquiryRequest, SaveDispensingRequest } from '@noskhe/national-wire/armed-forces'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import { all, one } from '../../database.ts'
import { markSold } from '../../packs.ts'
import { findConfirmation, isHeldBy, isLive } from '../insurer-rules/confirmations.ts'
import type { Confirmation } from '../insurer-rules/confirmations.ts'
import { centreName } from './accounts.ts'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { closeDelivery, linesOfDelivery } from './lapse.ts'
import { personOf, requireOrder } from './prescriptions.ts'
import { Delivery, drugOf, findByMessage, leftOf, rowsOf } from './rows.ts'
import type { Prescription } from './rows.ts'

const DELETION_DAYS = 10

/** First phase: holds the units and marks the packs sold, for ten minutes. @throws Refusal */
export function saveDispensing(call: Call, { PersonID, TrackingCode, Lines }: z.output<typeof SaveDispensingRequest>): { DispensingUID: string } {
  const { db, now, account, siamId } = call
  const order = requireOrder(db, PersonID, TrackingCode)
  const person = personOf(PersonID)
  const DispensingUID = randomUUID()
  db.prepare('INSERT INTO af_delivery VALUES (?, ?, ?, ?, ?, ?, ?, NULL)').run(
    DispensingUID, order.message_uid, account.username, siamId, 'unconfirmed', jalaliDay(now), now.toISOString(),
  )
  for (const { ConfirmationID, Packs } of Lines) {
    const confirmation = counterConfirmation(call, ConfirmationID.ID)
    if (confirmation.person_value !== person.value || confirmation.composition !== TrackingCode) {
      throw new Refusal(armedForcesRefusal.confirmationMismatch, 'شناسهٔ تأیید از آنِ این نسخه نیست')
    }
    give(call, { order, delivery: DispensingUID, confirmation, packs: Packs })
  }
  return { DispensingUID }
}

interface Giving {
  order: Prescription
  delivery: string
  confirmation: Confirmation
  packs: { UID: string; Count: number }[]
}

function give({ db }: Call, { order, delivery, confirmation, packs }: Giving): void {
  if (db.prepare('SELECT 1 FROM af_delivered_line WHERE confirmation = ?').get(confirmation.id) !== undefined) {
    throw new Refusal(armedForcesRefusal.confirmationMismatch, 'با این شناسهٔ تأیید پیش‌تر تحویل شده است')
  }
  const row = rowsOf(db, order.message_uid).find((it) => it.row_id === confirmation.pkid)
  const count = confirmation.count ?? 0
  if (row === undefined) throw new Refusal(armedForcesRefusal.notFound, 'این قلم دیگر در نسخه نیست')
  if (row.generic_code !== confirmation.generic_code) throw new Refusal(armedForcesRefusal.confirmationMismatch, 'این فرآورده از داروی این قلم نیست')
  if (count > leftOf(db, order.message_uid, row)) throw new Refusal(armedForcesRefusal.moreThanLeft, 'تعداد تحویل از باقی‌مانده بیشتر است')
  if (packs.reduce((sum, it) => sum + it.Count, 0) !== count) throw new Refusal(armedForcesRefusal.packMismatch, 'مجموع بسته‌ها با تعداد قلم برابر نیست')
  for (const { UID, Count } of packs) {
    const inquired = db.prepare('SELECT count FROM af_pack_inquiry WHERE confirmation = ? AND uid = ?').get(confirmation.id, UID)
    if (inquired === undefined || Count > Number(inquired['count'])) throw new Refusal(armedForcesRefusal.packNotInquired, 'این بسته برای این قلم استعلام نشده است')
    if (!markSold(db, UID)) throw new Refusal(armedForcesRefusal.packSold, 'این بسته پیش‌تر فروخته شده است')
  }
  const product = { Value: confirmation.product ?? '', Terminology_id: row.body.ProductCode.Terminology_id, Coded_string: confirmation.product ?? '' }
  db.prepare('INSERT INTO af_delivered_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    delivery, confirmation.id, row.row_id, JSON.stringify(product), count, confirmation.total, confirmation.insurer_share, confirmation.patient_share,
    JSON.stringify(packs),
  )
}

const Pack = z.object({ generic_code: z.string(), expiry: z.string(), state: z.string(), units: z.number() })

/** Whether a pack may be given for a confirmed line; it is then noted there. @throws Refusal */
export function inquirePack(call: Call, { ConfirmationID, UID, Count }: z.output<typeof PackInquiryRequest>): true {
  const confirmation = counterConfirmation(call, ConfirmationID.ID)
  const pack = one(call.db, Pack, 'SELECT * FROM ttac_packs WHERE uid = ?', UID)
  if (pack === null) throw new Refusal(armedForcesRefusal.packUnknown, 'بسته‌ای با این شناسه ثبت نشده است')
  if (pack.state === 'recalled') throw new Refusal(armedForcesRefusal.packRecalled, 'این بسته فراخوان شده است')
  if (pack.state !== 'in-market') throw new Refusal(armedForcesRefusal.packSold, 'این بسته در بازار نیست')
  if (pack.expiry < call.now.toISOString().slice(0, 10)) throw new Refusal(armedForcesRefusal.packExpired, 'تاریخ این بسته گذشته است')
  if (pack.generic_code !== confirmation.generic_code) throw new Refusal(armedForcesRefusal.packMismatch, 'این بسته از داروی این قلم نیست')
  if (Count > pack.units) throw new Refusal(armedForcesRefusal.packMismatch, `این بسته ${pack.units} واحد دارد`)
  call.db.prepare('INSERT OR REPLACE INTO af_pack_inquiry VALUES (?, ?, ?)').run(confirmation.id, UID, Count)
  return true
}

/** Forgets the inquiry. A delivered pack comes back with its delivery, not here. */
export function releasePack(call: Call, { ConfirmationID, UID }: z.output<typeof PackInquiryRequest>): true {
  const confirmation = counterConfirmation(call, ConfirmationID.ID)
  call.db.prepare('DELETE FROM af_pack_inquiry WHERE confirmation = ? AND uid = ?').run(confirmation.id, UID)
  return true
}

/** A live confirmation of this counter. @throws Refusal */
function counterConfirmation({ db, now, account, siamId }: Call, id: string): Confirmation {
  const found = findConfirmation(db, id)
  const holder = found && { person: { kind: found.person_kind as 'national-code', value: found.person_value }, siamId, committer: account.username }
  if (found === null || holder === null || found.point !== 'before-service' || !isHeldBy(found, holder)) {
    throw new Refusal(armedForcesRefusal.confirmationUnknown, 'شناسهٔ تأیید قواعد برای این داروخانه صادر نشده است')
  }
  if (!isLive(found, now)) throw new Refusal(armedForcesRefusal.confirmationExpired, 'مهلت شناسهٔ تأیید قواعد گذشته است')
  return found
}

/** Second phase: from now on it counts. Confirming twice is one confirmation. @throws Refusal */
export function confirmDispensing(call: Call, id: string): true {
  const it = ownDelivery(call, id)
  if (it.state === 'lapsed') throw new Refusal(armedForcesRefusal.deliveryLapsed, 'مهلت تأیید این تحویل گذشته است')
  if (it.state === 'deleted') throw new Refusal(armedForcesRefusal.deliveryDeleted, 'این تحویل حذف شده است')
  if (it.state === 'unconfirmed') {
    call.db.prepare(`UPDATE af_delivery SET state = 'confirmed', confirmed_at = ?, day = ? WHERE id = ?`).run(call.now.toISOString(), jalaliDay(call.now), id)
  }
  return true
}

/** Takes a delivery back for ten days: its units remain again and its packs are in the market. @throws Refusal */
export function deleteDispensing(call: Call, id: string): true {
  const it = ownDelivery(call, id)
  if (it.state === 'lapsed') throw new Refusal(armedForcesRefusal.deliveryLapsed, 'این تحویل تأیید نشد و آزاد شد')
  if (it.state === 'deleted') throw new Refusal(armedForcesRefusal.deliveryDeleted, 'این تحویل پیش‌تر حذف شده است')
  if (call.now.getTime() - Date.parse(it.created_at) > DELETION_DAYS * 86_400_000) {
    throw new Refusal(armedForcesRefusal.deletionTooLate, 'حذف تحویل تنها تا ده روز ممکن است')
  }
  closeDelivery(call.db, id, 'deleted')
  return true
}

/** A delivery that was confirmed, even if deleted later. @throws Refusal */
export function findDispensing(call: Call, id: string): FoundDispensing {
  const it = ownDelivery(call, id)
  const order = findByMessage(call.db, it.prescription)
  if (it.confirmed_at === null || order === null) throw new Refusal(armedForcesRefusal.notFound, 'تحویل تأییدشده‌ای با این شناسه نیست')
  return {
    DispensingUID: id,
    MessageUID: it.prescription,
    IsDeleted: it.state === 'deleted',
    WrittenAt: order.written_at,
    DispensedAt: it.confirmed_at,
    Lines: linesOfDelivery(call.db, id).map((line) => ({
      ProductName: drugOf(call.db, line.product)?.nameFa ?? line.product.Value,
      ProductCode: line.product, Count: line.count, TotalCharge: line.total, BasicInsuranceContribution: line.insurer_share,
      PatientContribution: line.patient_share,
    })),
  }
}

function ownDelivery({ db, account }: Call, id: string): Delivery {
  const found = one(db, Delivery, 'SELECT * FROM af_delivery WHERE id = ? AND username = ?', id, account.username)
  if (found === null) throw new Refusal(armedForcesRefusal.notFound, 'تحویلی با این شناسه نیست')
  return found
}

const BillRow = z.object({ fund: z.string(), count: z.number(), total: z.number(), insurer_share: z.number(), patient_share: z.number() })

/** A Jalali month of a centre by fund: confirmed deliveries that were not deleted. */
export function billOf({ db, siamId }: { db: DatabaseSync; siamId: string }, year: number, month: number): NonNullable<z.infer<typeof BillReply>['data']> {
  const cycle = `${year}-${String(month).padStart(2, '0')}`
  const rows = all(
    db,
    BillRow,
    `SELECT p.fund, count(DISTINCT d.id) AS count, sum(l.total) AS total, sum(l.insurer_share) AS insurer_share, sum(l.patient_share) AS patient_share
     FROM af_delivery d JOIN af_delivered_line l ON l.delivery = d.id JOIN af_prescription p ON p.message_uid = d.prescription
     WHERE d.siam_id = ? AND d.state = 'confirmed' AND d.day LIKE ? || '-%' GROUP BY p.fund ORDER BY p.fund`,
    siamId,
    cycle,
  )
  return rows.map(({ fund, count, total, insurer_share, patient_share }, place) => ({
    BillID: `${siamId}-${cycle}-${place + 1}`, Fund: fund, Year: year, Month: month, Count: count, TotalCharge: total,
    BasicInsuranceContribution: insurer_share, PatientContribution: patient_share, Remark: centreName(siamId),
  }))
}
