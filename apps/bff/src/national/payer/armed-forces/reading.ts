import { fromDoDate } from '@noskhe/national-wire/data-objects'
import type { FoundDispensing, Insured, KeptPrescription } from '@noskhe/national-wire/armed-forces'
import type { JudgedService, RuleSaying } from '../../insurer-rules/port.ts'
import type { Coverage, DeliveryState, DeliveryVerdict, Order, OrderedItem, OrderSummary, OrderVerdict, PayerMessage, Refused } from '../port.ts'
import { lineOfRow, orderRef, toItemCode } from './lines.ts'

export const coverageOf = ({ IsCovered, FullName, Fund, ValidUntil, Message }: Insured): Coverage => ({
  outcome: IsCovered ? 'covered' : 'not-covered',
  patientName: FullName,
  fund: Fund,
  validUntil: ValidUntil === null ? null : fromDoDate(ValidUntil),
  messages: Message === null ? [] : [{ severity: 'warning', text: Message }],
})

/** A proposal is advice; how the cost was worked out stands with the price. */
export const messagesOf = (sayings: readonly RuleSaying[]): PayerMessage[] =>
  sayings.flatMap(({ kind, text, rule, topic, proposed }) =>
    kind === 'cost-calculation'
      ? []
      : [{ severity: kind === 'cost-proposal' ? ('advisory' as const) : kind, text, rule, topic, ...(proposed && { proposal: proposed }) }],
  )

/** The rules' own words on the price, with the rule they stand in. */
const sourceOf = (sayings: readonly RuleSaying[]): string =>
  sayings
    .filter(({ kind }) => kind === 'cost-calculation')
    .map(({ text, rule }) => `${text} (قاعدهٔ ${rule.id}، نسخهٔ ${rule.version.toLocaleString('fa-IR')})`)
    .join(' ') || 'محاسبهٔ قواعد نیروهای مسلح'

type Verdict = Exclude<OrderVerdict, Refused>

/** A line that is rejected has no reference: it is not registered here at all. */
export function orderVerdict(it: JudgedService, checkRef: string | null): Verdict {
  return {
    outcome: it.state === 'rejected' ? 'not-covered' : it.state,
    checkRef,
    maxCovered: it.maxCovered,
    unitPrice: it.referencePrice,
    messages: messagesOf(it.sayings),
    ...(it.confirmation !== null && { confirmation: it.confirmation }),
    ...(checkRef !== null && { price: { ...it.price, source: sourceOf(it.sayings) } }),
  }
}

export const deliveryVerdict = (it: JudgedService, checkRef: string | null): DeliveryVerdict => ({
  outcome: it.state === 'rejected' ? 'not-covered' : it.state,
  checkRef,
  price: checkRef === null ? null : it.price,
  maxCovered: it.maxCovered,
  needsPackCheck: true,
  messages: messagesOf(it.sayings),
})

export const orderOf = (it: KeptPrescription): Order => ({
  trackingCode: it.TrackingCode,
  visitRef: it.MessageUID,
  writtenAt: it.WrittenAt,
  prescriber: { name: it.Prescriber.FullName, councilNumber: it.Prescriber.CouncilNumber, licence: null, phone: null },
  items: it.Rows.map(itemOf),
})

export const summaryOf = (it: KeptPrescription): OrderSummary => ({
  trackingCode: it.TrackingCode,
  visitRef: it.MessageUID,
  writtenAt: it.WrittenAt,
  writtenAtCentre: it.HealthCareFacility.Name,
  patientName: it.Person.FullName,
  fund: it.Fund,
})

export function itemOf(row: KeptPrescription['Rows'][number]): OrderedItem {
  const line = lineOfRow(row)
  const { rowId: _rowId, confirmation: _confirmation, count: ordered, ...said } = line
  const delivered = row.Dispensed.reduce((sum, it) => sum + it.Count, 0)
  return {
    ...said,
    checkRef: orderRef(line),
    name: row.ProductName,
    form: null,
    ordered,
    delivered,
    remaining: row.Left,
    status: delivered === 0 ? 'ordered' : delivered < ordered ? 'partly-delivered' : 'delivered',
    compound: null,
    unitPrice: row.ReferencePrice,
    deliveries: row.Dispensed.map((it) => ({ at: it.At, count: it.Count, code: toItemCode(it.ProductCode), name: row.ProductName, by: it.By })),
  }
}

export function deliveryOf(it: FoundDispensing): DeliveryState {
  const lines = it.Lines.map((line) => ({
    name: line.ProductName, code: toItemCode(line.ProductCode), count: line.Count, total: line.TotalCharge, patientShare: line.PatientContribution,
  }))
  return {
    outcome: 'delivered',
    visitRef: it.MessageUID,
    orderedAt: it.WrittenAt,
    deliveredAt: it.DispensedAt,
    total: lines.reduce((sum, line) => sum + line.total, 0),
    patientShare: lines.reduce((sum, line) => sum + line.patientShare, 0),
    lines,
  }
}
