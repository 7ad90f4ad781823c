import type { DatabaseSync } from 'node:sqlite'
import { jalaliDateTime } from '@noskhe/national-wire/ihio/date'
import type { InfoWritten } from '@noskhe/national-wire/ihio'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { isPrintCode } from './codes.ts'
import { deliveryOf, lineOf, writerOf } from './fetches.ts'
import { linesOf, prescriptionByTracking, samadOf } from './lines.ts'
import type { Line } from './lines.ts'
import { referralUnder } from './referral-answers.ts'
import { savedUnder } from './registration.ts'
import type { Prescription } from './rows.ts'
import { citizenOf, partnersOf, partyOf } from './sessions.ts'
import { newVisit, visitOpened } from './visits.ts'

const REFERRAL = 6

type Referred = NonNullable<InfoWritten<'prescription/fetch/reference/printcode'>>[number]

/** A referral is a line of type 6; the specialist opens her visit by the tracking code that the patient brings. */
export const referralEndpoints: Endpoints<'samad/electronic/generate/reference' | 'prescription/fetch/reference/printcode'> = {
  'samad/electronic/generate/reference': {
    invalid: -24212,
    run(call, { cpartySessionId, citizenSessionId, printCode }) {
      const { db } = call
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      const saved = isPrintCode(printCode) ? prescriptionByTracking(db, citizen.national_number, printCode) : null
      const lines = saved === null ? [] : referralsOf(db, saved)
      if (saved === null || lines.length === 0) throw new Refusal(-24212, 'شمارهٔ چاپ از آنِ ارجاع این بیمه‌شده نیست')
      const partner = partnersOf(call, account).find((it) => it.kind === 'prescriber' && it.has_contract)
      if (partner === undefined) throw new Refusal(-24413, 'امکان دریافت کد سماد برای این شریک کاری تعریف نشده است')
      const open = lines.find((line) => line.delivered < line.count)
      if (open === undefined) throw new Refusal(-24666, 'همهٔ خدمات این ارجاع ارائه شده است')
      // No number is published here for who is not covered; it is refused as a visit that may not be opened.
      const samad = newVisit(call, { account, citizen, partner }, { notCovered: -24413, dailyLimit: -24415 })
      db.prepare('INSERT INTO ihio_referral VALUES (?, ?, ?)').run(samad, saved.samad, open.code)
      return visitOpened(samad)
    },
  },

  'prescription/fetch/reference/printcode': {
    invalid: -35222,
    run(call, { cpartySessionId, citizenSessionId, printCode }) {
      const account = partyOf(call, cpartySessionId, -35221)
      const citizen = citizenOf(call, account, citizenSessionId, -35221)
      if (!isPrintCode(printCode)) throw new Refusal(-35222, 'کد چاپ ارسال‌شده صحیح نیست')
      const saved = prescriptionByTracking(call.db, citizen.national_number, printCode)
      if (saved === null) throw new Refusal(-35301, 'نسخه‌ای برای کد چاپ ارسال‌شده یافت نشد')
      return originsOf(call, saved).map((it) => referred(call, it))
    },
  },
}

const referralsOf = (db: DatabaseSync, { samad }: Prescription): Line[] => linesOf(db, samad).filter((line) => line.type_id === REFERRAL)

/** The prescription itself where it refers, and those that led to it: the nearest first. */
function originsOf(call: Call, saved: Prescription): Prescription[] {
  const before = referralUnder(call.db, saved.samad)
  const origin = before === null ? null : savedUnder(call, before.origin)
  const earlier = origin === null ? [] : originsOf(call, origin)
  return referralsOf(call.db, saved).length > 0 ? [saved, ...earlier] : earlier
}

function referred(call: Call, saved: Prescription): Referred {
  const { db } = call
  const samad = samadOf(db, saved.samad)
  if (samad === null) throw new Error(`The prescription ${saved.tracking_code} has no SAMAD`)
  const { partnerName, partnerPhone, contractPartyName } = writerOf(call, samad)
  return {
    referencePrescriptionInfo: {
      creationDate: jalaliDateTime(new Date(saved.created_at)),
      partnerName,
      partnerPhone,
      contractPartyName,
      subscriptionInfos: linesOf(db, saved.samad).map((line) => ({
        ...lineOf(line),
        serviceGenericCode: line.generic_code,
        ihioBasePrice: line.unit_price,
        countOfReference: line.type_id === REFERRAL ? line.count - line.delivered : 0,
        subscriptionDeliveredInfos: line.deliveries.map((it) => ({ ...deliveryOf(it), delivery: it.partner, ...at(it.confirmed_at) })),
      })),
    },
  }
}

const at = (confirmedAt: string | null) => (confirmedAt === null ? {} : { deliverDate: confirmedAt })
