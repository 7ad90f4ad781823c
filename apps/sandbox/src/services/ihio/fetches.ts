import { jalaliDateTime } from '@noskhe/national-wire/ihio/date'
import type { InfoWritten } from '@noskhe/national-wire/ihio'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { isPrintCode, isSamad } from './codes.ts'
import { linesOf, prescriptionByTracking, samadOf } from './lines.ts'
import type { Line } from './lines.ts'
import { Account, Paper, Partner, Prescription, one } from './rows.ts'
import type { Samad } from './rows.ts'
import { citizenOf, partnersOf, partyOf } from './sessions.ts'

const DAY = 86_400_000
/** Prescriptions older than this are archived. */
const KEPT_DAYS = 365

export const fetchEndpoints: Endpoints<'prescription/fetch/samad' | 'prescription/fetch/printcode'> = {
  'prescription/fetch/samad': {
    invalid: -16241,
    run(call, { cpartySessionId, citizenSessionId, samadCode }) {
      const { db } = call
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      if (!isSamad(samadCode)) throw new Refusal(-16241, 'شمارهٔ سماد ارسال‌شده معتبر نیست')
      const samad = samadOf(db, samadCode)
      if (samad !== null && samad.national_number !== citizen.national_number) {
        throw new Refusal(-16242, 'محتوای شناسهٔ سماد متعلق به این نشست نیست')
      }
      const saved = samad === null ? null : one(db, Prescription, 'SELECT * FROM ihio_prescription WHERE samad = ?', samad.code)
      if (samad === null || saved === null) throw new Refusal(-16301, 'نسخه‌ای با این کد سماد یافت نشد')
      const isPharmacy = partnersOf(call, account).some((it) => it.kind === 'pharmacy')
      if (samad.username !== account.username && !isPharmacy) throw new Refusal(-16402, 'نسخهٔ مورد نظر متعلق به این شریک کاری نیست')
      const { partnerName, partnerPhone, contractPartyName } = writerOf(call, samad)
      return {
        creationDate: jalaliDateTime(new Date(saved.created_at)),
        partnerName,
        partnerPhone,
        contractPartyName,
        subscriptionInfos: linesOf(db, samad.code).map((line) => ({
          ...lineOf(line),
          deliveredSubscriptionInfos: line.deliveries.map((it) => deliveryOf(it)),
        })),
      }
    },
  },

  'prescription/fetch/printcode': {
    invalid: -4241,
    run(call, { cpartySessionId, citizenSessionId, printCode }) {
      const { db, now } = call
      const citizen = citizenOf(call, partyOf(call, cpartySessionId), citizenSessionId)
      if (!isPrintCode(printCode)) throw new Refusal(-4241, 'شمارهٔ چاپ ارسال‌شده معتبر نیست')
      const saved = prescriptionByTracking(db, citizen.national_number, printCode)
      const samad = saved === null ? null : samadOf(db, saved.samad)
      if (saved === null || samad === null) throw new Refusal(-4301, 'شناسهٔ چاپ/رهگیری مرتبط با این بیمه‌شده نیست')
      if (now.getTime() - Date.parse(saved.created_at) > KEPT_DAYS * DAY) throw new Refusal(-4311, 'نسخه بایگانی شده است')
      const lines = linesOf(db, samad.code)
      return {
        // The schema says date-time here, and Jalali text in the fetch by SAMAD; the samples are Jalali in both.
        creationDate: saved.created_at,
        samadCode: samad.code,
        typeId: lines[0]?.type_id ?? 3,
        ...writerOf(call, samad),
        subscriptionInfos: lines.map((line) => ({
          ...lineOf(line),
          serviceGenericCode: line.generic_code,
          ihioBasePrice: line.unit_price,
          subscriptionDeliveredInfos: line.deliveries.map((it) => ({
            ...deliveryOf(it),
            serviceGenericCode: it.generic_code,
            ihioBasePrice: it.base_price,
            delivery: it.partner,
            ...(it.confirmed_at !== null && { deliverDate: it.confirmed_at }),
          })),
        })),
      }
    },
  },
}

/** Who wrote it and where, as the fetches and the delivery note tell it: of a paper the doctor, not who entered it. */
export function writerOf({ db }: Call, samad: Samad) {
  const paper = one(db, Paper, 'SELECT samad, writer, writer_partner_id, visit_day FROM ihio_paper WHERE samad = ?', samad.code)
  const account = one(db, Account, 'SELECT * FROM ihio_account WHERE username = ?', paper?.writer ?? samad.username)
  const partner = one(db, Partner, 'SELECT * FROM ihio_partner WHERE id = ?', paper?.writer_partner_id ?? samad.partner_id)
  if (account === null || partner === null) throw new Error(`SAMAD ${samad.code} has no writer`)
  return {
    partnerName: `${account.first_name} ${account.last_name}`,
    partnerPhone: partner.phone,
    contractPartyName: partner.name,
    noMedicalSystem: account.council_number,
    licenseName: account.licence,
  }
}

type LineWritten = InfoWritten<'prescription/fetch/samad'>['subscriptionInfos'][number]

/** A line as every fetch tells it. */
export function lineOf(line: Line): LineWritten {
  return {
    checkCode: line.code,
    description: line.description,
    numberOfRequest: line.count,
    numberOfPeriod: line.periods,
    consumption: line.consumption,
    consumptionInstruction: line.instruction,
    typeId: line.type_id,
    serviceDescription: line.name,
    serviceFullName: line.name,
    serviceShortName: line.name,
    serviceInterfaceName: line.name,
    serviceNationalNumber: line.item_code,
    shape: line.form ?? '',
    status: line.delivered >= line.count ? 'D' : 'O',
    ...(line.bulk_id !== null && { bulkId: line.bulk_id }),
    ...(line.active_from !== null && { activeFrom: line.active_from }),
  }
}

export function deliveryOf(it: Line['deliveries'][number]) {
  return {
    description: it.description,
    numberOfDelivered: it.count,
    numberOfPeriod: it.periods,
    consumption: it.consumption,
    consumptionInstruction: it.instruction,
    shape: it.form ?? '',
    serviceDescription: it.name,
    serviceFullName: it.name,
    serviceShortName: it.name,
    serviceInterfaceName: it.name,
    serviceNationalNumber: it.item_code,
  }
}
