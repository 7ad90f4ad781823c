import type { InfoOf } from '@noskhe/national-wire/ihio'
import { jalaliDayOf, momentOf } from '@noskhe/national-wire/ihio/date'
import { NationalUnreadable } from '../../gateway/failures.ts'
import type {
  BillLine, Coverage, DeliveryState, DeliveryVerdict, ItemCode, ItemStatus, LinePrice, Order, OrderVerdict, OrderedItem, PayerMessage, Refused,
} from '../port.ts'
import { SERVICE, refusedAs } from './answer.ts'
import { kindOf } from './item-type.ts'
import type { CitizenSession } from './sessions.ts'

type Message = InfoOf<'subscription/check/order'>['message']
type OrderInfo = InfoOf<'subscription/check/order'>
type DeliverInfo = InfoOf<'subscription/check/deliver'>
type Line = InfoOf<'prescription/fetch/samad'>['subscriptionInfos'][number]
type Fetched = InfoOf<'prescription/fetch/samad'> & Partial<InfoOf<'prescription/fetch/printcode'>>
type Bill = NonNullable<InfoOf<'bill/info/fetch'>>[number]

const severityOf: Record<string, PayerMessage['severity']> = { E: 'rejection', W: 'warning' }

/** The insurer's words to the user, in one list; what it calls success is advice. */
export function messagesOf(message: Message): PayerMessage[] {
  const entries = [...(message?.snackMessage ?? []), ...(message?.infoMessage ?? [])]
  const texts = entries.map((it) => (typeof it === 'string' ? { text: it, type: 'I' } : { text: it.text ?? '', type: it.type ?? 'I' }))
  if (texts.length === 0 && message?.reason) texts.push({ text: message.reason, type: 'E' })
  if (texts.length === 0 && message?.detail) texts.push({ text: message.detail, type: 'I' })
  return texts.filter((it) => it.text !== '').map((it) => ({ severity: severityOf[it.type] ?? 'advisory', text: it.text }))
}

/** Five digits a generic drug, six a service, sixteen an IRC: the contract has one field for all. */
export function itemCode(value: string | null | undefined): ItemCode | null {
  if (!value) return null
  return { system: value.length >= 16 ? 'irc' : value.length === 6 ? 'rvu' : 'generic', value }
}

/** Today's death date says it; the published sample of a living person says `Alive`. */
const isDeceased = (lifeStatus: string | null | undefined) => /^1[34]\d\d[/-]/.test(lifeStatus ?? '')

export function coverageOf(citizen: CitizenSession): Coverage | Refused {
  if (isDeceased(citizen.lifeStatus)) {
    return refusedAs(['patient-deceased', 'بیمهٔ سلامت این شخص را درگذشته می‌داند. شمارهٔ ملی را با کارت شناسایی بیمار بازبینی کنید.'], 'lifeStatus', '')
  }
  return {
    outcome: citizen.isCovered ? 'covered' : 'not-covered',
    patientName: [citizen.name, citizen.lastName].filter(Boolean).join(' '),
    fund: citizen.productName ?? '',
    validUntil: jalaliDayOf(citizen.accountValidto),
    messages: messagesOf(citizen.message),
  }
}

export const notCovered = (citizen: CitizenSession): Refused =>
  refusedAs(
    ['not-covered', 'این بیمار اکنون زیر پوشش بیمهٔ سلامت نیست. بیمهٔ پایهٔ او را استعلام کنید یا نسخه را آزاد ثبت کنید.'],
    'isCovered',
    messagesOf(citizen.message).map((it) => it.text).join(' '),
  )

const noContract = (message: PayerMessage[]): Refused =>
  refusedAs(
    ['no-contract', 'این مرکز برای این خدمت با بیمهٔ سلامت قرارداد ندارد. آن را آزاد ارائه کنید یا بیمار را به مرکز طرف قرارداد راهنمایی کنید.'],
    'hasContract',
    message.map((it) => it.text).join(' '),
  )

type Objection = 'not-covered' | 'over-ceiling' | 'needs-document' | 'no-contract'

/** Why a line is not allowed. The contract has one free `reason` for it; the flags decide where its words are not known. */
function objectionIn({ message, hasContract, maxCoveredCount }: OrderInfo): Objection {
  const reason = message?.reason ?? ''
  if (/document/i.test(reason)) return 'needs-document'
  if (/exceed|limit/i.test(reason)) return 'over-ceiling'
  if (/cover/i.test(reason)) return 'not-covered'
  if (!hasContract) return 'no-contract'
  return (maxCoveredCount ?? 0) > 0 ? 'over-ceiling' : 'not-covered'
}

/** Said where the insurer says no without words of its own. */
const ownWords: Record<Exclude<Objection, 'no-contract'>, string> = {
  'not-covered': 'این قلم در تعهد بیمهٔ سلامت نیست. آن را آزاد ثبت کنید یا جایگزین زیر پوشش برگزینید.',
  'over-ceiling': 'تعداد این قلم از سقف بیمهٔ سلامت بیشتر است. تعداد را کم کنید.',
  'needs-document': 'پوشش این قلم به تشکیل پرونده نزد بیمهٔ سلامت نیاز دارد. بیمار نخست پرونده تشکیل دهد یا قلم آزاد ثبت شود.',
}

export function orderVerdict(info: OrderInfo, unitPrice: number | null): OrderVerdict {
  const messages = messagesOf(info.message)
  const maxCovered = info.maxCoveredCount ?? null
  if (info.isAllowed) return { outcome: 'covered', checkRef: info.checkCode ?? null, maxCovered, unitPrice, messages }
  const objection = objectionIn(info)
  if (objection === 'no-contract') return noContract(messages)
  return { outcome: objection, checkRef: null, maxCovered, unitPrice, messages: withOwnWords(messages, objection) }
}

export function deliveryVerdict(info: DeliverInfo): DeliveryVerdict {
  const messages = messagesOf(info.message)
  const maxCovered = info.maxCoveredCount ?? null
  const needsPackCheck = info.shouldSendToEsalat ?? false
  if (info.isAllowed) {
    return { outcome: 'covered', checkRef: info.checkCode ?? null, price: linePrice(info.priceInfo), maxCovered, needsPackCheck, messages }
  }
  const objection = objectionIn(info)
  if (objection === 'no-contract') return noContract(messages)
  return { outcome: objection, checkRef: null, price: null, maxCovered, needsPackCheck, messages: withOwnWords(messages, objection) }
}

/** A refusal «not covered» is a verdict on the line, not a failure of the check. */
export const uncoveredOrder = (refused: Refused): OrderVerdict =>
  refused.reason === 'not-covered'
    ? { outcome: 'not-covered', checkRef: null, maxCovered: null, unitPrice: null, messages: [{ severity: 'rejection', text: refused.advice }] }
    : refused

export const uncoveredDelivery = (refused: Refused): DeliveryVerdict =>
  refused.reason === 'not-covered'
    ? {
        outcome: 'not-covered', checkRef: null, price: null, maxCovered: null, needsPackCheck: false,
        messages: [{ severity: 'rejection', text: refused.advice }],
      }
    : refused

const withOwnWords = (messages: PayerMessage[], objection: Exclude<Objection, 'no-contract'>): PayerMessage[] =>
  messages.length > 0 && /[\u0600-\u06ff]/.test(messages[0]?.text ?? '') ? messages : [{ severity: 'rejection', text: ownWords[objection] }, ...messages]

/** Prices are published as doubles; the Rial has no fraction, so the patient's part is what the insurer leaves. */
function linePrice(price: DeliverInfo['priceInfo']): LinePrice | null {
  if (price?.totalPrice === undefined || price.totalPrice === null) return null
  const total = Math.round(price.totalPrice)
  const insurerShare = Math.floor(price.coveredPrice ?? 0)
  const discount = Math.floor(price.discountAmount ?? 0)
  return { total, insurerShare, discount, patientShare: total - insurerShare - discount }
}

export function orderOf(fetched: Fetched, known: { trackingCode: string | null; visitRef: string }): Order {
  return {
    ...known,
    writtenAt: isoOf(fetched.creationDate),
    prescriber: {
      name: fetched.partnerName ?? '',
      councilNumber: fetched.noMedicalSystem === undefined || fetched.noMedicalSystem === null ? null : String(fetched.noMedicalSystem),
      licence: fetched.licenseName ?? null,
      phone: fetched.partnerPhone ?? null,
    },
    items: fetched.subscriptionInfos.map(itemOf),
  }
}

/** @throws NationalUnreadable for a date of neither published form. */
export function isoOf(creationDate: string): string {
  const moment = momentOf(creationDate)
  if (moment === null) throw new NationalUnreadable(SERVICE, { cause: new Error(`Not a date: ${creationDate}`), sent: 'maybe' })
  return moment.toISOString()
}

export function itemOf(line: Line): OrderedItem {
  const past = line.subscriptionDeliveredInfos ?? line.deliveredSubscriptionInfos ?? []
  const deliveries = past.map((it) => ({
    at: momentOf(it.deliverDate ?? '')?.toISOString() ?? null,
    count: it.numberOfDelivered,
    code: itemCode(it.serviceNationalNumber),
    name: it.serviceFullName ?? it.description ?? '',
    by: it.delivery ?? null,
  }))
  const delivered = deliveries.reduce((sum, it) => sum + it.count, 0)
  const ordered = line.numberOfRequest
  return {
    checkRef: line.checkCode,
    code: itemCode(line.serviceGenericCode ?? line.serviceNationalNumber) ?? { system: 'generic', value: '' },
    ...kindOf(line.typeId),
    name: line.serviceFullName ?? line.serviceDescription ?? '',
    form: line.shape || null,
    ordered,
    delivered,
    remaining: Math.max(0, ordered - delivered),
    status: statusOf(ordered, delivered),
    consumption: line.consumption ?? '',
    instruction: line.consumptionInstruction ?? '',
    note: line.description ?? '',
    periods: line.numberOfPeriod ?? 1,
    compound: line.bulkId ?? null,
    activeFrom: jalaliDayOf(line.activeFrom),
    unitPrice: line.ihioBasePrice ?? null,
    deliveries,
  }
}

/** Counted, not read: the contract's `status` has no published word for a part. */
const statusOf = (ordered: number, delivered: number): ItemStatus =>
  delivered >= ordered ? 'delivered' : delivered > 0 ? 'partly-delivered' : 'ordered'

export function deliveredOf(info: InfoOf<'prescription/delivered/fetch'>): DeliveryState {
  const lines = [...(info.subscriptionDeliveredInfos ?? []), ...(info.subscriptionDeliveredInfosWithNoReference ?? [])]
  return {
    outcome: 'delivered',
    visitRef: info.samadCode ?? '',
    orderedAt: momentOf(info.orderedDate ?? '')?.toISOString() ?? null,
    deliveredAt: momentOf(info.deliveredDate ?? '')?.toISOString() ?? null,
    total: info.totalAmount ?? 0,
    patientShare: info.totalPatientPayment ?? 0,
    lines: lines.map((it) => ({
      name: it.serviceFullName ?? it.description ?? '',
      code: itemCode(it.serviceNationalNumber),
      count: it.numberOfDelivered ?? 0,
      total: it.amount ?? 0,
      patientShare: it.patientPayment ?? 0,
    })),
  }
}

export const billLine = (bill: Bill): BillLine => ({
  billRef: String(bill.billId),
  fund: bill.billInfo?.productName ?? '',
  kind: bill.billInfo?.[' type'] ?? bill.billInfo?.type ?? bill.billType ?? '',
  kindTitle: bill.billTypeName ?? '',
  cycle: (bill.billCycle ?? '').replace(/^(\d{4})(\d\d)$/, '$1-$2'),
  count: bill.billInfo?.count ?? 0,
  insurerShare: Math.round(bill.billInfo?.orgPart ?? 0),
  note: bill.description ?? '',
  of: bill.billType === 'VISIT' ? 'person' : 'centre',
})
