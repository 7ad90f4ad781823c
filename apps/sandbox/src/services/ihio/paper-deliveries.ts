import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { isCheckCode, isSamad } from './codes.ts'
import { confirmDelivery, deliverLines, ownDelivery } from './deliveries.ts'
import { ownPaper } from './paper-checks.ts'
import { isPaper, registerPrescription, savedUnder, take } from './registration.ts'
import { DeliveryCheck, OrderCheck, one } from './rows.ts'
import type { Account, Samad } from './rows.ts'
import { citizenOf, partyOf } from './sessions.ts'

const IRC_DIGITS = 16

export const paperDeliveryEndpoints: Endpoints<'prescription/paper/order' | 'prescription/paper/deliver' | 'prescription/paper/deliver/confirm'> = {
  'prescription/paper/order': {
    invalid: -77211,
    run(call, { cpartySessionId, citizenSessionId, samadCode, subscriptions }) {
      const account = partyOf(call, cpartySessionId)
      const samad = ownPaper(call, account, citizenOf(call, account, citizenSessionId), samadCode)
      if (samad === null) throw new Refusal(-77241, 'شمارهٔ سماد نسخهٔ کاغذی معتبر نیست')
      if (savedUnder(call, samad.code) !== null) throw new Refusal(-77270, 'این نسخهٔ کاغذی پیش‌تر ثبت شده است')
      for (const { checkCode } of subscriptions) {
        const check = one(call.db, OrderCheck, 'SELECT * FROM ihio_order_check WHERE code = ?', checkCode)
        if (check?.item_code.length === IRC_DIGITS) throw new Refusal(-77217, 'قلم‌های نسخهٔ کاغذی باید ژنریک باشند')
        take(call, samad, checkCode, { unknown: -77211, foreign: -77211, used: -77270 })
        withdrawDelivery(call, checkCode)
      }
      const { trackingCode, sequence } = registerPrescription(call, samad)
      return { trackingCode, sequenceNumber: sequence, message: {} }
    },
  },

  'prescription/paper/deliver': {
    invalid: -78211,
    run(call, { cpartySessionId, citizenSessionId, samadCode, subscriptions }) {
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      if (!isSamad(samadCode)) throw new Refusal(-78241, 'شمارهٔ سماد ارسال‌شده معتبر نیست')
      const samad = ownPaper(call, account, citizen, samadCode)
      if (samad === null) throw new Refusal(-78302, 'اطلاعات نسخهٔ کاغذی یافت نشد')
      const codes = subscriptions.map((it) => it.checkCode)
      if (new Set(codes).size < codes.length) throw new Refusal(-78305, 'خدمت تکراری در فهرست خدمات وجود دارد')
      for (const line of subscriptions) {
        const check = ownCheck(call, account, samad, line.checkCode)
        if (check.needs_pack && line.uIds.length === 0) throw new Refusal(-78411, 'برای داروی ارسالی UID الزامی است')
        if (check.order_check !== null) take(call, samad, line.checkCode, { unknown: -78211, foreign: -78213, used: -78211 })
      }
      const { trackingCode } = registerPrescription(call, samad)
      return { trackingCode, ...deliverLines(call, { account, samad: samad.code, lines: subscriptions }, paperRefusals) }
    },
  },

  'prescription/paper/deliver/confirm': {
    invalid: -79201,
    success: 0,
    run(call, { cpartySessionId, checkCode }) {
      const delivery = ownDelivery(call, partyOf(call, cpartySessionId), checkCode)
      confirmDelivery(call, delivery !== null && isPaper(call.db, delivery.samad) ? delivery : null, -79201)
      return undefined
    },
  },
}

const paperRefusals = {
  check: -78211, used: -78211, expired: -78212, count: -78412, exceeded: -78412, notInquired: -78412, sold: -78412,
}

/** A check of this paper, made here. Whose it is and of which paper is told apart, as published. */
function ownCheck({ db }: Call, account: Account, samad: Samad, code: string): DeliveryCheck {
  const check = isCheckCode(code) ? one(db, DeliveryCheck, 'SELECT * FROM ihio_delivery_check WHERE code = ?', code) : null
  if (check === null) throw new Refusal(-78211, 'کد چک ارسالی صحیح نیست')
  if (check.username !== account.username) throw new Refusal(-78214, 'کد چک ارسالی متعلق به این شریک کاری نیست')
  if (check.samad !== samad.code) throw new Refusal(-78213, 'کد چک ارسالی متعلق به این نسخهٔ کاغذی نیست')
  return check
}

/** The order is registered alone: what was checked for handing it over at once is no longer asked for. */
function withdrawDelivery({ db }: Call, code: string): void {
  db.prepare('DELETE FROM ihio_inquiry WHERE check_code = ?').run(code)
  db.prepare('DELETE FROM ihio_delivery_check WHERE code = ?').run(code)
}
