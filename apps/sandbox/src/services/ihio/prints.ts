import { jalaliDateTime } from '@noskhe/national-wire/ihio/date'
import type { RequestOf } from '@noskhe/national-wire/ihio'
import * as z from 'zod'
import { findService } from '../../catalogue/store.ts'
import { billOf } from './accounts.ts'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { isCheckCode, isSamad } from './codes.ts'
import { writerOf } from './fetches.ts'
import { linesOf, samadOf } from './lines.ts'
import type { Line } from './lines.ts'
import { Delivery, DeliveryCheck, Prescription, all, one } from './rows.ts'
import { citizenOf, nameOf, partnersOf, partyOf } from './sessions.ts'

const Bill = z.object({ id: z.number(), partner_id: z.number(), cycle: z.string() })

export const printEndpoints: Endpoints<'print/order' | 'print/deliver' | 'print/bill'> = {
  'print/order': {
    invalid: -40201,
    run(call, { cpartySessionId, citizenSessionId, samadCode, type }) {
      const { db } = call
      const citizen = citizenOf(call, partyOf(call, cpartySessionId), citizenSessionId)
      if (!isSamad(samadCode)) throw new Refusal(-40241, 'شمارهٔ سماد ارسالی معتبر نیست')
      const samad = samadOf(db, samadCode)
      if (samad !== null && samad.national_number !== citizen.national_number) throw new Refusal(-40242, 'سماد متعلق به این نشست نیست')
      const saved = samad === null ? null : one(db, Prescription, 'SELECT * FROM ihio_prescription WHERE samad = ?', samad.code)
      if (samad === null || saved === null) throw new Refusal(-40301, 'نسخه‌ای با این کد سماد یافت نشد')
      const lines = linesOf(db, samad.code).filter((line) => printedAs(call, line) === type)
      if (lines.length === 0) throw new Refusal(-40320, 'نسخه‌ای از این نوع یافت نشد')
      const { firstName, lastName } = nameOf(samad.national_number)
      const { partnerName, contractPartyName } = writerOf(call, samad)
      return page(`نسخهٔ ${saved.tracking_code}`, [
        ['بیمه‌شده', `${firstName} ${lastName}`],
        ['تجویزگر', `${partnerName}، ${contractPartyName}`],
        ['تاریخ', jalaliDateTime(new Date(saved.created_at))],
        ...lines.map((line): Row => [line.name, `${line.count}، ${line.consumption} ${line.instruction}`]),
      ])
    },
  },

  'print/deliver': {
    invalid: -41211,
    run(call, { cpartySessionId, checkCode }) {
      const { db } = call
      const account = partyOf(call, cpartySessionId)
      if (!isCheckCode(checkCode)) throw new Refusal(-41211, 'کد چک ارسالی صحیح نیست')
      const delivery = one(db, Delivery, 'SELECT * FROM ihio_delivery WHERE code = ?', checkCode)
      if (delivery === null || delivery.state === 'unconfirmed' || delivery.state === 'lapsed') {
        throw new Refusal(-41301, 'اطلاعات نسخهٔ ارائه‌شده یافت نشد')
      }
      if (delivery.username !== account.username) throw new Refusal(-41212, 'کد چک متعلق به این شریک کاری نیست')
      if (delivery.state === 'deleted') throw new Refusal(-40402, 'نسخه پیش‌تر حذف شده است')
      const checks = all(db, DeliveryCheck, 'SELECT * FROM ihio_delivery_check WHERE delivery = ? ORDER BY rowid', delivery.code)
      return page(
        `تحویل ${delivery.sequence}`,
        checks.map((it): Row => [it.name, `${it.count}؛ کل ${it.total}، سهم بیمه ${it.covered}، سهم بیمار ${it.payable} ریال`]),
      )
    },
  },

  'print/bill': {
    invalid: -42211,
    run(call, { cpartySessionId, billId }) {
      const account = partyOf(call, cpartySessionId)
      const bill = one(call.db, Bill, 'SELECT * FROM ihio_bill WHERE id = ?', billId)
      const partner = partnersOf(call, account).find((it) => it.id === bill?.partner_id)
      if (bill === null || partner === undefined) throw new Refusal(-42301, 'اطلاعات صورتحساب یافت نشد')
      return page(
        `صورتحساب ${bill.cycle} ${partner.name}`,
        billOf(call, account, partner, bill.cycle)
          .filter((line) => line.billId === bill.id)
          .map(({ billInfo }): Row => [billInfo.productName, `${billInfo.count} مورد، ${billInfo.orgPart} ریال`]),
      )
    },
  },
}

const pageOf: Readonly<Record<number, RequestOf<'print/order'>['type']>> = { 2: 'test', 3: 'drug', 4: 'physiotherapy', 5: 'doctor', 6: 'reference' }

/** Imaging has no number of its own among the types of service, but a page of its own. */
const printedAs = ({ db }: Call, line: Line) =>
  findService(db, line.generic_code)?.kind === 'imaging' && line.type_id === 2 ? 'imaging' : pageOf[line.type_id]

type Row = [string, string]

/** The real ones answer PDF; this is a page that any browser opens, in the same base64. */
function page(title: string, rows: Row[]): { print: string } {
  const body = rows.map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')
  const html = `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>${escaped(title)}</title><h1>${escaped(title)}</h1><table>${body}</table></html>`
  return { print: Buffer.from(html, 'utf8').toString('base64') }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
