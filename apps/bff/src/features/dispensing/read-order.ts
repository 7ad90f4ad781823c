import { jalaliOf } from '@noskhe/shared/calendar'
import type { Order, OrderItem, OrderRef, OrderSummary } from '@noskhe/shared/dispensing/order'
import type * as port from '../../national/payer/port.ts'
import type { ConnectedPayer } from '../payers/index.ts'
import { orderRefusal } from './refusals.ts'

/** Who asks the payer, about whom. */
export const callFor = (party: port.Party, { identity }: Pick<OrderRef, 'identity'>): port.PayerCall => ({ party, patient: { identity } })

/** A prescription as the payer tells it, in the port's words, with the patient's name and fund. */
export interface Told {
  order: port.Order
  patientName: string
  fund: string | null
}

/**
 * Asks the payer for one prescription. It names no patient; her coverage does, or, where nobody covers her, the list of her
 * open prescriptions.
 * @throws Failure `order.not-found` | `payer.refused`
 */
export async function readOrder({ payer, party }: ConnectedPayer, ref: OrderRef): Promise<Told> {
  const call = callFor(party, ref)
  const answer = await payer.order({ ...call, trackingCode: ref.trackingCode })
  if (answer.outcome === 'refused') throw orderRefusal(answer)
  const coverage = await payer.coverage(call)
  if (coverage.outcome !== 'refused' && coverage.patientName !== '') {
    return { order: answer.order, patientName: coverage.patientName, fund: coverage.fund }
  }
  const open = await payer.openOrders(call)
  const listed = open.outcome === 'found' ? open.orders.find((it) => it.trackingCode === ref.trackingCode) : undefined
  return { order: answer.order, patientName: listed?.patientName ?? '', fund: listed?.fund ?? null }
}

export const summaryOf = (ref: OrderRef, it: port.OrderSummary): OrderSummary => ({
  ref,
  patientName: it.patientName,
  centreName: it.writtenAtCentre,
  orderedAt: it.writtenAt,
  fund: it.fund,
})

/** The centre is told in lists of open prescriptions only. */
export const orderOf = (ref: OrderRef, { order, patientName, fund }: Told, now: Date): Order => ({
  ref,
  patientName,
  fund,
  centreName: null,
  orderedAt: order.writtenAt,
  prescriberName: order.prescriber.name,
  prescriberCouncilNumber: order.prescriber.councilNumber,
  items: order.items.map((item) => itemOf(item, now)),
})

const itemOf = (item: port.OrderedItem, now: Date): OrderItem => ({
  itemRef: item.checkRef,
  code: item.code.value,
  name: item.name,
  directions: [item.consumption, item.instruction].filter((part) => part !== '').join('، '),
  note: item.note,
  prescribed: item.ordered,
  delivered: item.delivered,
  remaining: item.remaining,
  unitPrice: item.unitPrice,
  state: stateOf(item, now),
  activeFrom: item.activeFrom,
})

function stateOf(item: port.OrderedItem, now: Date): OrderItem['state'] {
  if (item.remaining <= 0) return 'delivered'
  if (item.activeFrom !== null && item.activeFrom > jalaliText(now)) return 'not-due'
  return item.delivered > 0 ? 'partial' : 'waiting'
}

/** YYYY-MM-DD in Jalali, as payers write the day from which a line may be given: text that compares as days do. */
function jalaliText(moment: Date): string {
  const { year, month, day } = jalaliOf(moment)
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
