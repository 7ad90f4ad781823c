import { jalaliDay } from '@noskhe/national-wire/jalali'
import type { InfoWritten, RequestOf } from '@noskhe/national-wire/ihio'
import { Refusal } from './call.ts'
import type { Call, Endpoints } from './call.ts'
import { isPrintCode, newCheckCode } from './codes.ts'
import { findDeliverable } from './item.ts'
import type { Item } from './item.ts'
import { linesOf, prescriptionByTracking, remainingOf, samadOf } from './lines.ts'
import type { Line } from './lines.ts'
import { DeliveryCheck, all, one } from './rows.ts'
import type { Account, Samad } from './rows.ts'
import { delivererOf } from './offers.ts'
import { citizenOf, partyOf } from './sessions.ts'
import { priceOf } from './tariff.ts'
import type { Price } from './tariff.ts'

type DeliveredService = RequestOf<'subscription/check/deliver'>['subInfoWrapper']['service']
type Verdict = InfoWritten<'subscription/check/deliver'>

export const deliveryCheckEndpoints: Endpoints<'subscription/check/deliver' | 'subscription/check/deliver/price'> = {
  'subscription/check/deliver': {
    invalid: -24221,
    run(call, { cpartySessionId, citizenSessionId, trackingCode, subInfoWrapper: { service, otherServices = [] } }) {
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      const saved = isPrintCode(trackingCode) ? prescriptionByTracking(call.db, citizen.national_number, trackingCode) : null
      const samad = saved === null ? null : samadOf(call.db, saved.samad)
      if (samad === null) throw new Refusal(-24111, 'کد رهگیری نامعتبر است یا یافت نشد')
      const item = findDeliverable(call.db, service.nationalNumber)
      if (item === null) throw new Refusal(-24113, 'این قلم تحویل‌پذیر نیست')
      const line = service.isOutOfPrescription ? null : lineFor(call, samad, item, service)

      if (delivererOf(call, account, [item.typeId]) === undefined) return notAllowed('No contract', 'این مرکز با بیمهٔ سلامت قرارداد ندارد', { hasContract: false })
      const refused = line === null ? null : objection(call, line, service.count, otherServices.map((it) => it.checkCode))
      return refused ?? allow(call, { account, samad, item, line, service })
    },
  },

  'subscription/check/deliver/price': {
    invalid: -14201,
    run(call, { cpartySessionId, citizenSessionId, trackingCode, checkCode, basePrice }) {
      const account = partyOf(call, cpartySessionId)
      const citizen = citizenOf(call, account, citizenSessionId)
      const saved = prescriptionByTracking(call.db, citizen.national_number, trackingCode)
      return reprice(call, { account, samad: saved?.samad, checkCode, basePrice }, { unknown: -14212, notCovered: -23113 })
    },
  },
}

/** The ordered line this answers. Any product of the ordered generic does; nothing else does. */
function lineFor({ db }: Call, samad: Samad, item: Item, { referenceCheckCode }: DeliveredService): Line {
  const line = linesOf(db, samad.code).find((it) => it.code === referenceCheckCode)
  if (line === undefined || line.generic_code !== item.genericCode) throw new Refusal(-24113, 'این قلم در نسخه نیست')
  return line
}

function objection({ db, now }: Call, line: Line, count: number, alongside: string[]): Verdict | null {
  if (line.active_from !== null && String(line.active_from) > jalaliDay(now).replaceAll('-', '')) {
    return notAllowed('Not active yet', `این قلم از تاریخ ${line.active_from} تحویل‌پذیر است`)
  }
  const checked = all(db, DeliveryCheck, 'SELECT * FROM ihio_delivery_check WHERE order_check = ? AND delivery IS NULL', line.code)
  const beside = checked.filter((it) => alongside.includes(it.code)).reduce((total, it) => total + it.count, 0)
  const left = Math.max(0, remainingOf(line) - beside)
  if (count <= left) return null
  return notAllowed('Exceeded limit', left === 0 ? 'این قلم به‌طور کامل تحویل شده است' : `از این قلم تنها ${left} واحد مانده است`, { left })
}

export function notAllowed(reason: string, text: string, { hasContract = true, left = 0 } = {}): Verdict {
  const message = { reason, infoMessage: [], snackMessage: [{ text, type: 'E' }] }
  return { isAllowed: false, hasContract, shouldSendToEsalat: false, message, priceInfo: {}, maxCoveredCount: left }
}

interface Asked {
  account: Account
  samad: Samad
  item: Item
  line: Line | null
  service: DeliveredService
}

function allow(call: Call, { account, samad, item, line, service }: Asked): Verdict {
  const code = newCheckCode()
  const { price, needsPack } = storeDeliveryCheck(call, code, { account, samad, item, orderCheck: line?.code ?? null, service })
  return verdict(code, price, needsPack, line === null ? service.count : remainingOf(line))
}

interface Kept {
  account: Account
  samad: Samad
  item: Item
  /** The ordered line it answers; null for an item outside the prescription. */
  orderCheck: string | null
  service: Pick<DeliveredService, 'count' | 'nationalNumber' | 'description' | 'consumption' | 'consumptionInstruction' | 'numberOfPeriod'>
}

/** Keeps what was checked, with its price; nothing is delivered by it yet. */
export function storeDeliveryCheck(call: Call, code: string, { account, samad, item, orderCheck, service }: Kept): { price: Price; needsPack: boolean } {
  const price = priceFor(call, samad, item, { unitPrice: item.basePrice, count: service.count, isCovered: orderCheck !== null })
  const needsPack = item.needsPack && orderCheck !== null
  call.db
    .prepare(
      `INSERT INTO ihio_delivery_check (code, samad, order_check, username, item_code, generic_code, name, form, count, base_price,
       needs_pack, total, covered, payable, description, consumption, instruction, periods, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      code, samad.code, orderCheck, account.username, service.nationalNumber, item.genericCode, item.name, item.form,
      service.count, item.basePrice, needsPack ? 1 : 0, price.total, price.covered, price.payable, service.description ?? '',
      service.consumption ?? '', service.consumptionInstruction ?? '', service.numberOfPeriod ?? 1, call.now.toISOString(),
    )
  return { price, needsPack }
}

interface Repriced {
  account: Account
  /** Under which the check was made; undefined where the caller names none. */
  samad: string | undefined
  checkCode: string
  basePrice: number
}

/** The verdict on a checked item anew, at the price that the provider asks for one unit. */
export function reprice(call: Call, { account, samad: code, checkCode, basePrice }: Repriced, refusals: { unknown: number; notCovered: number }): Verdict {
  const { db } = call
  const check = one(db, DeliveryCheck, 'SELECT * FROM ihio_delivery_check WHERE code = ? AND delivery IS NULL', checkCode)
  const samad = check === null ? null : samadOf(db, check.samad)
  if (check === null || samad === null || check.username !== account.username || check.samad !== code) {
    throw new Refusal(refusals.unknown, 'کد چک نامعتبر است یا یافت نشد')
  }
  const item = findDeliverable(db, check.item_code)
  if (item === null) throw new Refusal(refusals.notCovered, 'این قلم در تعهد نیست')
  const price = priceFor(call, samad, item, { unitPrice: basePrice, count: check.count, isCovered: check.order_check !== null })
  db.prepare('UPDATE ihio_delivery_check SET total = ?, covered = ?, payable = ? WHERE code = ?').run(
    price.total, price.covered, price.payable, check.code,
  )
  return verdict(check.code, price, check.needs_pack, check.count)
}

/** What is outside the prescription is the patient's to pay. */
function priceFor(call: Call, samad: Samad, item: Item, of: { unitPrice: number; count: number; isCovered: boolean }): Price {
  if (!of.isCovered) return { total: of.unitPrice * of.count, covered: 0, payable: of.unitPrice * of.count }
  const day = jalaliDay(call.now)
  return priceOf(call.db, { ...of, kind: item.kind, fundCode: samad.fund_code, day, referencePrice: item.basePrice })
}

export const verdict = (checkCode: string, price: Price, needsPack: boolean, maxCoveredCount: number): Verdict => ({
  isAllowed: true,
  hasContract: true,
  shouldSendToEsalat: needsPack,
  message: {},
  checkCode,
  priceInfo: { totalPrice: price.total, coveredPrice: price.covered, payablePrice: price.payable, discountAmount: 0 },
  maxCoveredCount,
})
