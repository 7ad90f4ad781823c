import type { DatabaseSync } from 'node:sqlite'
import type { RequestOf } from '@noskhe/national-wire/ihio'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import * as z from 'zod'
import { markSold } from '../../packs.ts'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { isCheckCode, isPrintCode, newCheckCode } from './codes.ts'
import { writerOf } from './fetches.ts'
import { findDeliverable } from './item.ts'
import { linesOf, prescriptionByTracking, remainingOf, samadOf } from './lines.ts'
import { Delivery, DeliveryCheck, OrderCheck, Partner, Prescription, all, one } from './rows.ts'
import type { Account } from './rows.ts'
import { delivererOf } from './offers.ts'
import { giveBack } from './packs.ts'
import { citizenOf, partyOf } from './sessions.ts'

const MINUTE = 60_000
/** A check is good for two hours, an unconfirmed delivery for ten minutes, a deletion for ten days (-16403). */
const CHECK_MINUTES = 120
const UNCONFIRMED_MINUTES = 10
const DELETION_DAYS = 10

type DeliverLine = RequestOf<'prescription/deliver'>['subscriptions'][number]

export const deliveryEndpoints: Endpoints<
  'prescription/deliver' | 'prescription/deliver/confirm' | 'prescription/delivered/delete' | 'prescription/delivered/fetch'
> = {
  'prescription/deliver': {
    invalid: -11221,
    run(call, { cpartySessionId, citizenSessionId, printCode, subscriptions }) {
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      const saved = isPrintCode(printCode) ? prescriptionByTracking(call.db, citizen.national_number, printCode) : null
      if (saved === null) throw new Refusal(-11231, 'شمارهٔ چاپ معتبر نیست')
      return deliverLines(call, { account, samad: saved.samad, lines: subscriptions }, counterRefusals)
    },
  },

  'prescription/deliver/confirm': {
    invalid: -20201,
    success: 0,
    run(call, { cpartySessionId, checkCode }) {
      confirmDelivery(call, ownDelivery(call, partyOf(call, cpartySessionId), checkCode), -20201)
      return undefined
    },
  },

  'prescription/delivered/delete': {
    invalid: -16211,
    run(call, { cpartySessionId, checkCode }) {
      const { db, now } = call
      const account = partyOf(call, cpartySessionId)
      if (!isCheckCode(checkCode)) throw new Refusal(-16211, 'کد چک ارسالی صحیح نیست')
      const delivery = one(db, Delivery, 'SELECT * FROM ihio_delivery WHERE code = ?', checkCode)
      if (delivery === null) throw new Refusal(-16301, 'اطلاعات نسخهٔ ارائه‌شده یافت نشد')
      if (delivery.username !== account.username) throw new Refusal(-16212, 'کد چک ارسالی متعلق به این شریک کاری نیست')
      const partner = one(db, Partner, 'SELECT * FROM ihio_partner WHERE id = ?', delivery.partner_id)
      if (partner?.kind === 'prescriber') throw new Refusal(-16401, 'حذف نسخهٔ ارائه‌شده برای شریک کاری از نوع پزشک ممکن نیست')
      if (delivery.state === 'deleted' || delivery.state === 'lapsed') throw new Refusal(-16402, 'نسخه پیش‌تر حذف شده است')
      if (now.getTime() - Date.parse(delivery.created_at) > DELETION_DAYS * 24 * 60 * MINUTE) {
        throw new Refusal(-16403, 'حذف نسخهٔ ارائه‌شده تنها تا ۱۰ روز ممکن است')
      }
      close(db, delivery.code, 'deleted')
      return undefined
    },
  },

  'prescription/delivered/fetch': {
    invalid: -33211,
    run(call, { cpartySessionId, checkCode }) {
      const { db } = call
      const account = partyOf(call, cpartySessionId, -33212)
      if (!isCheckCode(checkCode)) throw new Refusal(-33211, 'کد پیگیری ارسال‌شده صحیح نیست')
      const delivery = one(db, Delivery, 'SELECT * FROM ihio_delivery WHERE code = ?', checkCode)
      if (delivery === null) throw new Refusal(-33301, 'اطلاعات نسخهٔ تحویل‌شده یافت نشد')
      if (delivery.username !== account.username) throw new Refusal(-15212, 'کد چک ارسالی متعلق به این شریک کاری نیست')
      if (delivery.state === 'deleted') throw new Refusal(-33402, 'نسخه پیش‌تر حذف شده است')
      if (delivery.state !== 'confirmed') throw new Refusal(-33301, 'اطلاعات نسخهٔ تحویل‌شده یافت نشد')
      return deliveredInfo(call, delivery)
    },
  },
}

/** Frees what was delivered and never confirmed. Runs before every call, so that nobody sees a lapsed delivery as held. */
export function lapseUnconfirmed(db: DatabaseSync, now: Date): void {
  const limit = new Date(now.getTime() - UNCONFIRMED_MINUTES * MINUTE).toISOString()
  for (const { code } of all(db, Delivery, `SELECT * FROM ihio_delivery WHERE state = 'unconfirmed' AND created_at <= ?`, limit)) {
    close(db, code, 'lapsed')
  }
}

function close(db: DatabaseSync, code: string, state: 'lapsed' | 'deleted'): void {
  giveBack(db, code)
  db.prepare('UPDATE ihio_delivery SET state = ? WHERE code = ?').run(state, code)
}

/** The numbers that an operation refuses a line with. */
interface LineRefusals {
  check: number
  used: number
  expired: number
  count: number
  exceeded: number
  notInquired: number
  sold: number
}

const counterRefusals: LineRefusals = {
  check: -11211, used: -11242, expired: -11211, count: -11221, exceeded: -11240, notInquired: -11239, sold: -11242,
}

interface Delivering {
  account: Account
  samad: string
  lines: DeliverLine[]
}

/** First phase: holds units and packs of every line, until it is confirmed or lapses. */
export function deliverLines(call: Call, { account, samad, lines }: Delivering, refusals: LineRefusals) {
  const { db, now } = call
  const checks = lines.map((line) => ({ line, check: openCheck(call, { account, samad, code: line.checkCode }, refusals) }))
  const typeIds = checks.map(({ check }) => findDeliverable(db, check.item_code)?.typeId ?? 0)
  const partner = delivererOf(call, account, typeIds)
  if (partner === undefined) throw new Refusal(refusals.check, 'این حساب مجاز به تحویل این قلم‌ها نیست')

  const code = newCheckCode()
  const sequence = (one(db, z.object({ n: z.number() }), 'SELECT coalesce(max(sequence), 0) AS n FROM ihio_delivery')?.n ?? 0) + 1
  db.prepare('INSERT INTO ihio_delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)').run(
    code, sequence, samad, account.username, partner.id, 'unconfirmed', jalaliDay(now), now.toISOString(),
  )
  for (const { line, check } of checks) {
    requireRemaining(db, check, refusals)
    if (check.needs_pack || line.uIds.length > 0) sellPacks(db, { check, delivery: code, packs: line.uIds }, refusals)
    const { changes } = db.prepare('UPDATE ihio_delivery_check SET delivery = ? WHERE code = ? AND delivery IS NULL').run(code, check.code)
    if (changes === 0) throw new Refusal(refusals.used, 'این کد چک دو بار آمده است')
  }
  const message = { infoMessage: [], snackMessage: [{ text: 'تحویل ثبت شد و در انتظار تأیید است', type: 'I' }] }
  return { sequenceNumber: sequence, checkCode: code, message }
}

/** Second phase. Confirming twice is one confirmation: the first answer may have been lost on the way. */
export function confirmDelivery({ db, now }: Call, delivery: Delivery | null, refusal: number): void {
  if (delivery === null || delivery.state === 'lapsed' || delivery.state === 'deleted') {
    throw new Refusal(refusal, 'تحویلی در انتظار تأیید با این کد نیست')
  }
  if (delivery.state === 'confirmed') return
  db.prepare(`UPDATE ihio_delivery SET state = 'confirmed', confirmed_at = ?, day = ? WHERE code = ?`).run(
    now.toISOString(), jalaliDay(now), delivery.code,
  )
}

function openCheck({ db, now }: Call, { account, samad, code }: { account: Account; samad: string; code: string }, refusals: LineRefusals): DeliveryCheck {
  const check = one(db, DeliveryCheck, 'SELECT * FROM ihio_delivery_check WHERE code = ?', code)
  if (check === null || check.username !== account.username || check.samad !== samad) throw new Refusal(refusals.check, 'کد چک ارسالی صحیح نیست')
  if (check.delivery !== null) throw new Refusal(refusals.used, 'این قلم یا کد چک پیش‌تر تحویل شده است')
  if (now.getTime() - Date.parse(check.created_at) > CHECK_MINUTES * MINUTE) throw new Refusal(refusals.expired, 'مهلت کد چک گذشته است')
  return check
}

/** Lines delivered since the check, here or elsewhere, count too: the sum never exceeds what was prescribed. */
function requireRemaining(db: DatabaseSync, check: DeliveryCheck, refusals: LineRefusals): void {
  if (check.order_check === null) return
  const ordered = linesOf(db, check.samad).find((it) => it.code === check.order_check)
  if (ordered === undefined) throw new Refusal(refusals.check, 'این قلم دیگر در نسخه نیست')
  if (check.count > remainingOf(ordered)) throw new Refusal(refusals.exceeded, 'مجموع تحویل از تعداد تجویزشده بیشتر می‌شود')
}

interface Sale {
  check: DeliveryCheck
  delivery: string
  packs: DeliverLine['uIds']
}

function sellPacks(db: DatabaseSync, { check, delivery, packs }: Sale, refusals: LineRefusals): void {
  const total = packs.reduce((sum, pack) => sum + pack.count, 0)
  if (total !== check.count) throw new Refusal(refusals.count, 'مجموع تعداد بسته‌ها با تعداد قلم برابر نیست')
  for (const { uId, count } of packs) {
    const inquired = one(db, z.object({ count: z.number() }), 'SELECT count FROM ihio_inquiry WHERE check_code = ? AND uid = ?', check.code, uId)
    if (inquired === null) throw new Refusal(refusals.notInquired, 'این شناسه برای این قلم استعلام نشده است')
    if (count > inquired.count) throw new Refusal(refusals.exceeded, 'تعداد بیش از مقدار استعلام‌شدهٔ این بسته است')
    if (!markSold(db, uId)) throw new Refusal(refusals.sold, 'این بسته پیش‌تر تحویل شده است')
    db.prepare('INSERT INTO ihio_delivery_pack VALUES (?, ?, ?, ?)').run(delivery, check.code, uId, count)
  }
}

export const ownDelivery = ({ db }: Call, account: Account, code: string) =>
  one(db, Delivery, 'SELECT * FROM ihio_delivery WHERE code = ? AND username = ?', code, account.username)

function deliveredInfo(call: Call, delivery: Delivery) {
  const { db } = call
  const samad = samadOf(db, delivery.samad)
  const saved = one(db, Prescription, 'SELECT * FROM ihio_prescription WHERE samad = ?', delivery.samad)
  if (samad === null || saved === null) throw new Error(`Delivery ${delivery.code} has no prescription`)
  const checks = all(db, DeliveryCheck, 'SELECT * FROM ihio_delivery_check WHERE delivery = ? ORDER BY rowid', delivery.code)
  return {
    orderedDate: saved.created_at,
    ...(delivery.confirmed_at !== null && { deliveredDate: delivery.confirmed_at }),
    samadCode: samad.code,
    typeId: typeOf(db, checks[0]),
    totalAmount: checks.reduce((sum, it) => sum + it.total, 0),
    totalPatientPayment: checks.reduce((sum, it) => sum + it.payable, 0),
    isVisitSimultaneous: false,
    orderPartnerInfo: writerOf(call, samad),
    subscriptionDeliveredInfos: checks.filter((it) => it.order_check !== null).map((it) => deliveredRow(db, it)),
    subscriptionDeliveredInfosWithNoReference: checks.filter((it) => it.order_check === null).map((it) => deliveredRow(db, it)),
  }
}

const typeOf = (db: DatabaseSync, check: DeliveryCheck | undefined) => (check && findDeliverable(db, check.item_code)?.typeId) ?? 3

function deliveredRow(db: DatabaseSync, it: DeliveryCheck) {
  const ordered = it.order_check === null ? null : one(db, OrderCheck, 'SELECT * FROM ihio_order_check WHERE code = ?', it.order_check)
  return {
    numberOfDelivered: it.count,
    numberOfRequest: ordered?.count ?? it.count,
    numberOfPeriod: it.periods,
    description: it.description,
    amount: it.total,
    patientPayment: it.payable,
    consumption: it.consumption,
    consumptionInstruction: it.instruction,
    shape: it.form,
    serviceFullName: it.name,
    serviceShortName: it.name,
    serviceInterfaceName: it.name,
    serviceDescription: it.name,
    serviceGenericCode: it.generic_code,
    serviceNationalNumber: it.item_code,
    serviceOrderGenericCode: ordered?.generic_code ?? null,
    serviceOrderNationalNumber: ordered?.item_code ?? null,
  }
}
