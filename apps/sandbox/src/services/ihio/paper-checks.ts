import type { InfoWritten } from '@noskhe/national-wire/ihio'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { isSamad, newCheckCode } from './codes.ts'
import { notAllowed, reprice, storeDeliveryCheck, verdict } from './delivery-checks.ts'
import { findDeliverable, findItem } from './item.ts'
import { delivererOf } from './offers.ts'
import { objection, storeOrderCheck } from './orders.ts'
import { isPaper, savedUnder } from './registration.ts'
import { samadOf } from './lines.ts'
import type { Account, CitizenSession, Samad } from './rows.ts'
import { citizenOf, partyOf } from './sessions.ts'

const DAY = 86_400_000

type Verdict = InfoWritten<'subscription/check/paper'>

/**
 * One check of a paper's line answers both questions, of the order and of what is handed over for it; its code stands for
 * both, so that the paper may be registered alone or delivered at once.
 */
export const paperCheckEndpoints: Endpoints<'subscription/check/paper' | 'subscription/check/paper/price'> = {
  'subscription/check/paper': {
    invalid: -26111,
    run(call, { cpartySessionId, citizenSessionId, samadCode, subInfoWrapper: { service, otherServices = [] } }): Verdict {
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      const samad = openPaper(call, account, citizen, samadCode)
      if (samad === null) throw new Refusal(-26111, 'کد سماد نسخهٔ کاغذی معتبر نیست')
      const ordered = findItem(call.db, service.orderNationalNumber)
      const delivered = findDeliverable(call.db, service.deliverNationalNumber)
      const isAnswer = ordered !== null && ordered.isCovered && ordered.genericCode === delivered?.genericCode
      if (ordered === null || delivered === null || (!isAnswer && !service.isOutOfPrescription)) {
        throw new Refusal(-26113, 'این قلم برای نسخهٔ کاغذی در تعهد نیست')
      }

      if (delivererOf(call, account, [delivered.typeId]) === undefined) {
        return notAllowed('No contract', 'این مرکز برای این خدمت با بیمهٔ سلامت قرارداد ندارد', { hasContract: false })
      }
      const alongside = otherServices.map((it) => it.checkCode)
      const refused = objection(call, { account, citizen, samad, item: ordered, count: service.orderCount, alongside })
      if (refused !== null && !service.isOutOfPrescription) return { isAllowed: false, shouldSendToEsalat: false, priceInfo: {}, ...refused }
      if (service.deliverCount > service.orderCount) {
        return notAllowed('Exceeded limit', `روی کاغذ ${service.orderCount} واحد نوشته شده است`, { left: service.orderCount })
      }
      const code = newCheckCode()
      storeOrderCheck(call, code, { samad, item: ordered, service: { ...service, count: service.orderCount, nationalNumber: service.orderNationalNumber } })
      const handed = { ...service, count: service.deliverCount, nationalNumber: service.deliverNationalNumber }
      const orderCheck = service.isOutOfPrescription ? null : code
      const { price, needsPack } = storeDeliveryCheck(call, code, { account, samad, item: delivered, orderCheck, service: handed })
      return verdict(code, price, needsPack, service.orderCount)
    },
  },

  'subscription/check/paper/price': {
    invalid: -15201,
    run(call, { cpartySessionId, citizenSessionId, samadCode, checkCode, basePrice }) {
      const account = partyOf(call, cpartySessionId)
      const samad = openPaper(call, account, citizenOf(call, account, citizenSessionId), samadCode)
      return reprice(call, { account, samad: samad?.code, checkCode, basePrice }, { unknown: -15212, notCovered: -15212 })
    },
  },
}

/** The paper's SAMAD while lines may be checked under it: own, of this person, a day old at most and nothing registered yet. */
function openPaper(call: Call, account: Account, citizen: CitizenSession, code: string): Samad | null {
  const samad = ownPaper(call, account, citizen, code)
  if (samad === null || savedUnder(call, samad.code) !== null) return null
  return call.now.getTime() - Date.parse(samad.created_at) <= DAY ? samad : null
}

export function ownPaper({ db }: Call, account: Account, citizen: CitizenSession, code: string): Samad | null {
  const samad = isSamad(code) ? samadOf(db, code) : null
  const isOwn = samad !== null && samad.username === account.username && samad.national_number === citizen.national_number
  return isOwn && isPaper(db, samad.code) ? samad : null
}
