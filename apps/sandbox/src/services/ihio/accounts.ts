import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { Account, all, one } from './rows.ts'
import type { Partner } from './rows.ts'
import { partnersOf, partyOf } from './sessions.ts'
import { visitPrice } from './tariff.ts'

export const accountEndpoints: Endpoints<'partner/fetch/partnerid' | 'partner/fetch' | 'bill/check/send' | 'bill/info/fetch'> = {
  'partner/fetch/partnerid': {
    invalid: -24222,
    run(call, { cpartySessionId }) {
      const partners = partnersOf(call, partyOf(call, cpartySessionId))
      if (partners.length === 0) throw new Refusal(-24228, 'هیچ شریک کاری یافت نشد')
      // The contract tells id and name only; the SIAM id in the name lets a centre be recognised.
      return partners.map((it) => ({ id: it.id, parentId: it.id, partnerName: `${it.name} (${it.siam})` }))
    },
  },

  'partner/fetch': {
    invalid: -17220,
    run(call, { cpartySessionId, nationalNumber, printCode }) {
      partyOf(call, cpartySessionId)
      const username = printCode ? writerByTracking(call.db, printCode) : usernameByNationalCode(call.db, nationalNumber ?? '')
      if (username === null) throw new Refusal(printCode ? -17247 : -17248, printCode ? 'نسخه‌ای با این شناسهٔ چاپ یافت نشد' : 'پزشک یافت نشد')
      const account = one(call.db, Account, 'SELECT * FROM ihio_account WHERE username = ?', username)
      const partner = account === null ? undefined : partnersOf(call, account)[0]
      if (account === null || partner === undefined) throw new Refusal(-17249, 'مرکز طرف قرارداد یافت نشد')
      return describe(account, partner)
    },
  },

  'bill/check/send': {
    invalid: -31115,
    run(call, { cpartySessionId }) {
      const isContracted = partnersOf(call, partyOf(call, cpartySessionId)).some((it) => it.has_contract)
      return isContracted
        ? { isBillView: true, billType: 'صورتحساب نمایش داده شده است.' }
        : { isBillView: false, billType: 'اعتبارات تخصصی فعال نیست.' }
    },
  },

  'bill/info/fetch': {
    invalid: -1102,
    run(call, { cpartySessionId, year, month }) {
      const account = partyOf(call, cpartySessionId)
      const cycle = `${year}-${String(month).padStart(2, '0')}`
      const lines = partnersOf(call, account).flatMap((partner) => billOf(call, account, partner, cycle))
      if (lines.length === 0) throw new Refusal(-1250, 'اطلاعات صورتحساب برای دورهٔ انتخاب‌شده یافت نشد')
      return lines
    },
  },
}

const Named = z.object({ username: z.string() })

const usernameByNationalCode = (db: DatabaseSync, nationalCode: string) =>
  one(db, Named, 'SELECT username FROM ihio_account WHERE national_code = ?', nationalCode)?.username ?? null

/** A tracking code is unique per person; where two people share one, the later prescription's writer is told. */
const writerByTracking = (db: DatabaseSync, trackingCode: string) =>
  one(
    db,
    Named,
    `SELECT username FROM ihio_prescription JOIN ihio_samad ON code = samad WHERE tracking_code = ? ORDER BY ihio_prescription.created_at DESC LIMIT 1`,
    trackingCode,
  )?.username ?? null

const describe = (account: Account, partner: Partner) => ({
  PartnerInfo: {
    id: partner.id,
    nationalNumber: account.national_code,
    partnerName: `${account.first_name} ${account.last_name}`,
    typeId: partner.kind === 'pharmacy' ? 220 : 221,
    name: account.first_name,
    lastName: account.last_name,
    typeName: account.licence,
    fixPhoneNo: partner.phone,
  },
  contractPartyInfo: {
    id: partner.id,
    name: partner.name,
    lastName: '',
    nationalNumber: partner.siam,
    gender: account.gender,
    type: partner.kind === 'pharmacy' ? 'داروخانه' : 'مرکز درمانی',
    cellPhoneNo: Number(account.mobile),
  },
})

const FundLine = z.object({ fund: z.string(), count: z.number(), insurer: z.number() })
const Visit = z.object({ fund: z.string(), fund_code: z.string(), day: z.string() })

type BillType = 'VISIT' | 'DRUG' | 'SERVICE'
const billTitles: Record<BillType, string> = { VISIT: 'ویزیت', DRUG: 'نسخ دارویی', SERVICE: 'خدمات و پاراکلینیک' }

/** The month's lines of one centre, by type and fund. Only what stands counts: saved prescriptions and confirmed deliveries. */
export function billOf(call: Call, account: Account, partner: Partner, cycle: string) {
  const visits = partner.kind === 'prescriber' ? visitLines(call.db, account, partner, cycle) : []
  return [
    ...billLines(call, partner, { cycle, type: 'VISIT', funds: visits }),
    ...billLines(call, partner, { cycle, type: 'DRUG', funds: deliveredLines(call.db, partner, cycle, 'DRUG') }),
    ...billLines(call, partner, { cycle, type: 'SERVICE', funds: deliveredLines(call.db, partner, cycle, 'SERVICE') }),
  ]
}

function billLines({ db }: Call, partner: Partner, { cycle, type, funds }: { cycle: string; type: BillType; funds: z.infer<typeof FundLine>[] }) {
  if (funds.length === 0) return []
  const billId = billIdOf(db, partner, cycle, type)
  return funds.map((line) => ({
    billId,
    billType: type,
    billTypeName: billTitles[type],
    billCycle: cycle.replace('-', ''),
    // As in the list of partners: the SIAM id tells which of the account's centres the line is about.
    description: `${partner.name} (${partner.siam})، ${line.fund}`,
    // Keys as published, leading spaces included.
    billInfo: { productName: line.fund, ' specialAccount': 'N', ' type': type, count: line.count, orgPart: line.insurer },
  }))
}

/** Deliveries of the month with something of this type in them; an answered referral costs nobody anything and is left out. */
const deliveredLines = (db: DatabaseSync, partner: Partner, cycle: string, type: 'DRUG' | 'SERVICE') =>
  all(
    db,
    FundLine,
    `SELECT fund, count(DISTINCT ihio_delivery.code) AS count, sum(covered) AS insurer FROM ihio_delivery
     JOIN ihio_delivery_check ON delivery = ihio_delivery.code JOIN ihio_samad ON ihio_samad.code = ihio_delivery.samad
     WHERE ihio_delivery.partner_id = ? AND state = 'confirmed' AND ihio_delivery.day LIKE ? || '-%'
     AND total > 0 AND (length(item_code) = 6) = ? GROUP BY fund ORDER BY fund`,
    partner.id,
    cycle,
    type === 'SERVICE' ? 1 : 0,
  )

/** One visit per patient and day, however many prescriptions were saved in it. */
function visitLines(db: DatabaseSync, account: Account, partner: Partner, cycle: string): z.infer<typeof FundLine>[] {
  const visitCode = account.visit_code
  if (visitCode === null) return []
  const visits = all(
    db,
    Visit,
    `SELECT DISTINCT ihio_samad.national_number, fund, fund_code, day FROM ihio_prescription JOIN ihio_samad ON code = samad
     WHERE username = ? AND partner_id = ? AND day LIKE ? || '-%' ORDER BY fund, day`,
    account.username,
    partner.id,
    cycle,
  )
  const byFund = new Map<string, z.infer<typeof FundLine>>()
  for (const { fund, fund_code: fundCode, day } of visits) {
    const line = byFund.get(fund) ?? { fund, count: 0, insurer: 0 }
    byFund.set(fund, { fund, count: line.count + 1, insurer: line.insurer + visitPrice(db, visitCode, fundCode, day).covered })
  }
  return [...byFund.values()]
}

function billIdOf(db: DatabaseSync, partner: Partner, cycle: string, type: string): number {
  db.prepare('INSERT OR IGNORE INTO ihio_bill (partner_id, cycle, type) VALUES (?, ?, ?)').run(partner.id, cycle, type)
  const row = one(db, z.object({ id: z.number() }), 'SELECT id FROM ihio_bill WHERE partner_id = ? AND cycle = ? AND type = ?', partner.id, cycle, type)
  if (row === null) throw new Error('A bill that was just opened is not there')
  return row.id
}
