import type { RequestOf } from '@noskhe/national-wire/ihio'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { isSamad, newCheckCode } from './codes.ts'
import { findItem } from './item.ts'
import type { Item } from './item.ts'
import { linesOf, statusOf } from './lines.ts'
import { OrderCheck, Samad, one } from './rows.ts'
import type { Account, CitizenSession, Prescription } from './rows.ts'
import { answerReferral, referralUnder } from './referral-answers.ts'
import { isPaper, registerPrescription, savedUnder, take } from './registration.ts'
import { citizenOf, partnersOf, partyOf } from './sessions.ts'

const HOUR = 3_600_000
/** A SAMAD that nothing was saved under is void after a day. */
const SAMAD_HOURS = 24
/** A saved prescription may be changed for three days, as long as nothing was delivered of the lines concerned. */
const UPDATE_HOURS = 72

type OrderedService = RequestOf<'subscription/check/order'>['subInfoWrapper']['service']

export const orderEndpoints: Endpoints<'subscription/check/order' | 'prescription/save' | 'prescription/update'> = {
  'subscription/check/order': {
    invalid: -23221,
    run(call, { cpartySessionId, citizenSessionId, samadCode, subInfoWrapper: { service, otherServices = [] } }) {
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId, -23222)
      const samad = openSamad(call, account, citizen, samadCode)
      const item = findItem(call.db, service.nationalNumber)
      if (item === null || !item.isCovered) throw new Refusal(-23113, 'این خدمت یا دارو در تعهد بیمهٔ پایه نیست')

      const alongside = otherServices.map((it) => it.checkCode)
      const refused = objection(call, { account, citizen, samad, item, count: service.count, alongside })
      if (refused !== null) return { isAllowed: false, ...refused }
      const checkCode = newCheckCode()
      storeOrderCheck(call, checkCode, { samad, item, service })
      return { isAllowed: true, hasContract: true, message: {}, checkCode, maxCoveredCount: item.maxCount ?? service.count }
    },
  },

  'prescription/save': {
    invalid: -7211,
    run(call, { cpartySessionId, citizenSessionId, samadCode, subscriptions, referenceFeedback }) {
      const { db, now } = call
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      if (!isSamad(samadCode)) throw new Refusal(-7241, 'شمارهٔ سماد ارسال‌شده معتبر نیست')
      const samad = one(db, Samad, 'SELECT * FROM ihio_samad WHERE code = ?', samadCode)
      if (samad === null || samad.username !== account.username || samad.national_number !== citizen.national_number) {
        throw new Refusal(-7243, 'کد سماد یافت نشد')
      }
      if (isPaper(db, samad.code)) throw new Refusal(-7241, 'این کد سماد از آنِ نسخهٔ کاغذی است')
      const referral = referralUnder(db, samad.code)
      if (subscriptions.length === 0 && referral === null) throw new Refusal(-7211, 'نسخه بی‌قلم است')
      if (savedUnder(call, samad.code) !== null) throw new Refusal(-7270, 'این کد سماد پیش‌تر استفاده شده است')
      if (now.getTime() - Date.parse(samad.created_at) > SAMAD_HOURS * HOUR) throw new Refusal(-7258, 'کد سماد منقضی شده است')

      for (const { checkCode } of subscriptions) take(call, samad, checkCode, { unknown: -7211, foreign: -7251, used: -7270 })
      const { trackingCode, sequence } = registerPrescription(call, samad)
      if (referral !== null) answerReferral(call, { account, referral, feedback: referenceFeedback ?? '' })
      return { trackingCode, sequenceNumber: sequence, message: said(`نسخه با کد رهگیری ${trackingCode} ثبت شد`) }
    },
  },

  'prescription/update': {
    invalid: -8241,
    run(call, { cpartySessionId, citizenSessionId, samadCode, subscriptions, deleteSubscriptions }) {
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      if (!isSamad(samadCode)) throw new Refusal(-8241, 'شمارهٔ سماد ارسال‌شده معتبر نیست')
      const samad = one(call.db, Samad, 'SELECT * FROM ihio_samad WHERE code = ?', samadCode)
      const saved = samad === null ? null : savedUnder(call, samad.code)
      if (samad === null || saved === null || samad.username !== account.username || samad.national_number !== citizen.national_number) {
        throw new Refusal(-8211, 'نسخه یافت نشد یا از این حساب ویرایش‌پذیر نیست')
      }
      if (!isOpenForUpdate(call, saved)) throw new Refusal(-8211, 'مهلت ۷۲ ساعتهٔ ویرایش این نسخه گذشته است')

      const lines = linesOf(call.db, samad.code)
      if (lines.length > 0 && statusOf(lines) === 'D') throw new Refusal(-8211, 'نسخه به‌طور کامل تحویل شده و ویرایش‌پذیر نیست')

      for (const { checkCode } of deleteSubscriptions) remove(call, samad, checkCode)
      for (const { checkCode } of subscriptions) take(call, samad, checkCode, { unknown: -8212, foreign: -8212, used: -8212 })
      if (linesOf(call.db, samad.code).length === 0) throw new Refusal(-8273, 'پس از این ویرایش نسخه بی‌قلم می‌ماند')
      return { trackingCode: saved.tracking_code, message: said('نسخه ویرایش شد') }
    },
  },
}

const said = (text: string) => ({ infoMessage: [], snackMessage: [{ text, type: 'I' }] })
const isOpenForUpdate = ({ now }: Call, saved: Prescription) => now.getTime() - Date.parse(saved.created_at) <= UPDATE_HOURS * HOUR

/** The SAMAD under which lines may be checked now: own, of this person, and not run out. */
function openSamad(call: Call, account: Account, citizen: CitizenSession, code: string): Samad {
  const samad = one(call.db, Samad, 'SELECT * FROM ihio_samad WHERE code = ?', code)
  if (samad === null || samad.username !== account.username || samad.national_number !== citizen.national_number) {
    throw new Refusal(-23111, 'کد سماد نامعتبر است')
  }
  const saved = savedUnder(call, code)
  const isOpen = saved === null ? call.now.getTime() - Date.parse(samad.created_at) <= SAMAD_HOURS * HOUR : isOpenForUpdate(call, saved)
  if (!isOpen) throw new Refusal(-23111, 'کد سماد منقضی شده است')
  return samad
}

interface Asked {
  account: Account
  citizen: CitizenSession
  samad: Samad
  item: Item
  count: number
  alongside: string[]
}

/** Why this line is not allowed as it stands; null where it is. No check code is given out with an objection. */
export function objection(call: Call, { account, citizen, samad, item, count, alongside }: Asked) {
  const partner = partnersOf(call, account).find((it) => it.id === samad.partner_id)
  if (partner === undefined || !partner.has_contract) {
    return { hasContract: false, message: { reason: 'No contract' }, maxCoveredCount: 0 }
  }
  if (item.needsDocument && !hasDocument(call, citizen.national_number, item.genericCode)) {
    return objectionOf('Document required', 'پوشش این قلم به تشکیل پرونده نزد بیمه نیاز دارد', 0)
  }
  if (item.maxCount === null) return null
  const left = Math.max(0, item.maxCount - countAlongside(call, samad, item, alongside))
  if (count <= left) return null
  return objectionOf('Exceeded limit', `بیشترین تعداد زیر پوشش این قلم ${left} است`, left)
}

const objectionOf = (reason: string, text: string, maxCoveredCount: number) => ({
  hasContract: true,
  message: { reason, infoMessage: [], snackMessage: [{ text, type: 'E' }] },
  maxCoveredCount,
})

function hasDocument({ db }: Call, nationalNumber: string, code: string): boolean {
  const row = db.prepare(`SELECT 1 FROM ihio_document WHERE national_number = ? AND item_code IN (?, '*')`).get(nationalNumber, code)
  return row !== undefined
}

/** Units of the same generic in the other lines of this prescription: the ceiling holds for all of them together. */
function countAlongside({ db }: Call, samad: Samad, item: Item, alongside: string[]): number {
  return alongside.reduce((total, code) => {
    const other = one(db, OrderCheck, `SELECT * FROM ihio_order_check WHERE code = ? AND samad = ? AND state <> 'removed'`, code, samad.code)
    return other?.generic_code === item.genericCode ? total + other.count : total
  }, 0)
}

type Checked = Pick<OrderedService, 'count' | 'nationalNumber' | 'description' | 'consumption' | 'consumptionInstruction' | 'numberOfPeriod' | 'bulkId' | 'activeFrom'>

/** Keeps a line as it was asked about; nothing is ordered by it yet. */
export function storeOrderCheck({ db }: Call, code: string, { samad, item, service }: { samad: Samad; item: Item; service: Checked }): void {
  db.prepare(
    `INSERT INTO ihio_order_check (code, samad, item_code, generic_code, name, form, type_id, count, unit_price, description,
     consumption, instruction, periods, bulk_id, active_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    code, samad.code, service.nationalNumber, item.genericCode, item.name, item.form, item.typeId, service.count, item.basePrice,
    service.description ?? '', service.consumption ?? '', service.consumptionInstruction ?? '', service.numberOfPeriod ?? 1,
    service.bulkId ?? null, service.activeFrom ?? null,
  )
}

/** Takes a line out of the prescription, unless something of it was handed over. */
function remove({ db }: Call, samad: Samad, code: string): void {
  const line = linesOf(db, samad.code).find((it) => it.code === code)
  if (line === undefined) throw new Refusal(-8221, 'کد چک حذفی در این نسخه نیست')
  if (line.delivered + line.pending > 0) throw new Refusal(-8221, 'از این قلم چیزی تحویل شده و حذف آن ممکن نیست')
  db.prepare(`UPDATE ihio_order_check SET state = 'removed' WHERE code = ?`).run(code)
}
