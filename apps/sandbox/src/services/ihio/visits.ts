import { jalaliDateTime } from '@noskhe/national-wire/ihio/date'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import * as z from 'zod'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { isNationalNumber } from '../../insured.ts'
import { newSamad } from './codes.ts'
import { linesOf, statusOf } from './lines.ts'
import { Samad, all, one } from './rows.ts'
import type { Account, CitizenSession, Partner } from './rows.ts'
import { citizenOf, nameOf, partnersOf, partyOf } from './sessions.ts'

const PAGE = 50

export const visitEndpoints: Endpoints<'samad/electronic/generate' | 'samad/ordered/search' | 'samad/delivered/search'> = {
  'samad/electronic/generate': {
    invalid: -5401,
    run(call, { cpartySessionId, citizenSessionId, receiptPartnerId }) {
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      const partner = partnersOf(call, account).find((it) => it.id === receiptPartnerId)
      if (partner === undefined) throw new Refusal(-5401, 'شریک کاری یافت نشد')
      if (partner.kind !== 'prescriber') throw new Refusal(-5413, 'امکان دریافت کد سماد برای این شریک کاری تعریف نشده است')
      const code = newVisit(call, { account, citizen, partner }, { notCovered: -5888, dailyLimit: -5415 })
      return visitOpened(code)
    },
  },

  'samad/ordered/search': {
    invalid: -9241,
    run(call, { cpartySessionId, nationalNumber, status, fromDate, toDate, index = 0, count = PAGE }) {
      const account = partyOf(call, cpartySessionId)
      if (fromDate > toDate) throw new Refusal(-9241, 'بازهٔ تاریخ نادرست است')
      if (nationalNumber !== undefined && !isNationalNumber(nationalNumber)) throw new Refusal(-9244, 'شمارهٔ ملی معتبر نیست')
      const rows = ownSamads(call, account, { nationalNumber, from: dayOf(fromDate), to: dayOf(toDate) })
        .map((samad) => orderedRow(call, samad))
        .filter((row) => status === undefined || row.status === status)
        .slice(index * count, (index + 1) * count)
      if (rows.length === 0) throw new Refusal(-9322, 'داده‌ای یافت نشد')
      return rows
    },
  },

  'samad/delivered/search': {
    invalid: -23251,
    run(call, { cpartySessionId, nationalNumber, fromDate, toDate, index = 0, count = PAGE }) {
      const account = partyOf(call, cpartySessionId)
      if (fromDate > toDate) throw new Refusal(-23251, 'بازهٔ تاریخ نادرست است')
      if (nationalNumber !== undefined && !isNationalNumber(nationalNumber)) throw new Refusal(-23254, 'شمارهٔ ملی معتبر نیست')
      const rows = ownDeliveries(call, account, { nationalNumber, from: dayOf(fromDate), to: dayOf(toDate) })
        .slice(index * count, (index + 1) * count)
        .map((row, position) => deliveredRow(row, index * count + position + 1))
      if (rows.length === 0) throw new Refusal(-23325, 'داده‌ای یافت نشد')
      return rows
    },
  },
}

interface VisitOf {
  account: Account
  citizen: CitizenSession
  partner: Partner
}

/** Opens a SAMAD, of whatever kind. @throws Refusal for who is not covered, and above the day's number of visits. */
export function newVisit(call: Call, { account, citizen, partner }: VisitOf, refusals: { notCovered: number; dailyLimit: number }): string {
  if (!citizen.is_covered || citizen.fund_code === null || citizen.fund === null) {
    throw new Refusal(refusals.notCovered, 'سامانهٔ پردازش برخط اجازه نداد: این شخص زیر پوشش نیست')
  }
  const day = jalaliDay(call.now)
  if (samadsToday(call, account, citizen.national_number, day) >= account.daily_samads) {
    throw new Refusal(refusals.dailyLimit, 'سقف روزانهٔ دریافت کد سماد برای این بیمه‌شده پر شده است')
  }
  const code = newSamad()
  call.db.prepare('INSERT INTO ihio_samad VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    code, citizen.national_number, citizen.fund_code, citizen.fund, account.username, partner.id, day, call.now.toISOString(),
  )
  return code
}

export const visitOpened = (samadCode: string) => ({
  samadCode,
  message: { infoMessage: [], snackMessage: [{ type: 'I', text: `کد سماد ${samadCode} دریافت شد` }] },
})

/** `1405-09-04` of `14050904`. */
const dayOf = (compact: string) => `${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6)}`

interface Span {
  nationalNumber: string | undefined
  from: string
  to: string
}

function samadsToday({ db }: Call, account: Account, nationalNumber: string, day: string): number {
  const row = one(
    db,
    z.object({ n: z.number() }),
    'SELECT count(*) AS n FROM ihio_samad WHERE username = ? AND national_number = ? AND day = ?',
    account.username,
    nationalNumber,
    day,
  )
  return row?.n ?? 0
}

const SamadOfPartner = Samad.extend({ tracking_code: z.string().nullable(), partner: z.string(), referred_by: z.string().nullable() })

const ownSamads = ({ db }: Call, account: Account, { nationalNumber, from, to }: Span) =>
  all(
    db,
    SamadOfPartner,
    `SELECT ihio_samad.*, own.tracking_code, origin.tracking_code AS referred_by, ihio_partner.name AS partner FROM ihio_samad
     LEFT JOIN ihio_prescription AS own ON own.samad = ihio_samad.code
     LEFT JOIN ihio_referral ON ihio_referral.samad = ihio_samad.code
     LEFT JOIN ihio_prescription AS origin ON origin.samad = ihio_referral.origin JOIN ihio_partner ON ihio_partner.id = partner_id
     WHERE username = ? AND day BETWEEN ? AND ? AND (? IS NULL OR ihio_samad.national_number = ?)
     ORDER BY ihio_samad.created_at DESC`,
    account.username,
    from,
    to,
    nationalNumber ?? null,
    nationalNumber ?? null,
  )

function orderedRow({ db }: Call, samad: z.infer<typeof SamadOfPartner>) {
  const { firstName, lastName } = nameOf(samad.national_number)
  return {
    creationDate: jalaliDateTime(new Date(samad.created_at)),
    name: firstName,
    lastName,
    nationalNumber: samad.national_number,
    productName: samad.fund,
    samadCode: samad.code,
    PartnerName: samad.partner,
    status: samad.tracking_code === null ? 'R' : statusOf(linesOf(db, samad.code)),
    ...(samad.tracking_code !== null && { tarckingCode: samad.tracking_code }),
    ...(samad.referred_by !== null && { referenceTrackingCode: samad.referred_by }),
  }
}

const DeliveredRow = z.object({
  code: z.string(),
  sequence: z.number(),
  confirmed_at: z.string(),
  national_number: z.string(),
  fund: z.string(),
  tracking_code: z.string(),
  is_paper: z.number().transform(Boolean),
})

const ownDeliveries = ({ db }: Call, account: Account, { nationalNumber, from, to }: Span) =>
  all(
    db,
    DeliveredRow,
    `SELECT ihio_delivery.code, ihio_delivery.sequence, confirmed_at, ihio_samad.national_number, fund, tracking_code,
       EXISTS (SELECT 1 FROM ihio_paper WHERE ihio_paper.samad = ihio_delivery.samad) AS is_paper FROM ihio_delivery
     JOIN ihio_samad ON ihio_samad.code = ihio_delivery.samad JOIN ihio_prescription ON ihio_prescription.samad = ihio_delivery.samad
     WHERE ihio_delivery.username = ? AND state = 'confirmed' AND ihio_delivery.day BETWEEN ? AND ?
     AND (? IS NULL OR ihio_samad.national_number = ?) ORDER BY confirmed_at DESC`,
    account.username,
    from,
    to,
    nationalNumber ?? null,
    nationalNumber ?? null,
  )

function deliveredRow(row: z.infer<typeof DeliveredRow>, rowNum: number) {
  const { firstName, lastName } = nameOf(row.national_number)
  return {
    rowNum,
    deliveredDate: jalaliDateTime(new Date(row.confirmed_at)),
    name: firstName,
    lastName,
    nationalNumber: row.national_number,
    productName: row.fund,
    samadStatus: 'D',
    trackingCode: row.tracking_code,
    prescriptionType: row.is_paper ? 'P' : 'E',
    sequenceNumber: row.sequence,
    checkCode: row.code,
    relationType: 'R',
  }
}
