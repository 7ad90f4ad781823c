import {
  BarcodeRequest, BillReply, CheckReply, CheckRequest, DeliverReply, DeliverRequest, DoneReply, FindDeliveryReply, OpenPrescriptionsReply,
} from '@noskhe/national-wire/tamin/pharmacy'
import type { Checked } from '@noskhe/national-wire/tamin/pharmacy'
import type { UserInfo } from '@noskhe/national-wire/tamin/account'
import { DetailReply } from '@noskhe/national-wire/tamin'
import type * as z from 'zod'
import { beforeSending } from '../../gateway/before-sending.ts'
import type { DeliveryState, DeliveryVerdict, LinePrice, Party, Payer, PayerMessage } from '../port.ts'
import { identityUnknown, outsideOrder } from './outcomes.ts'
import { asNumbered, orderOf, summaryOf, visitRefOf } from './reading.ts'
import type { Answer, Sessions } from './sessions.ts'

type Dispensing = Pick<
  Payer,
  | 'openOrders' | 'order' | 'checkDelivery' | 'inquirePack' | 'releasePack' | 'deliver' | 'confirmDelivery' | 'findDelivery'
  | 'deleteDelivery' | 'bills'
>

type Part = string | { secret: string }
type Reply<T> = z.ZodType<{ data: T | null; error_Code: string | null; error_Msg: string | null }>

/** The counter's side, by routes of ours (`docs/national-services/tamin.md`). */
export function dispensing(sessions: Sessions): Dispensing {
  return {
    async openOrders({ party, patient }) {
      if (!isKnown(patient.identity.kind)) return identityUnknown
      const open = await act(party, ['prescriptions', 'open'], OpenPrescriptionsReply, { body: { patient: patient.identity.value }, isRead: true })
      return open.outcome === 'refused' ? open : { outcome: 'found', orders: open.info.map(summaryOf) }
    },

    async order({ party, patient, trackingCode }) {
      if (!isKnown(patient.identity.kind)) return identityUnknown
      const found = await act(party, ['prescriptions', 'find'], DetailReply, { body: { patient: patient.identity.value, trackingCode }, isRead: true })
      return found.outcome === 'refused' ? found : { outcome: 'found', order: orderOf(found.info, asNumbered) }
    },

    async checkDelivery({ party, patient, trackingCode, item, alongside }) {
      if (item.orderRef === null) return outsideOrder
      const body: z.input<typeof CheckRequest> = {
        patient: patient.identity.value, trackingCode, noteDetailsEprscId: item.orderRef, qty: item.count,
        irc: item.code.system === 'irc' ? item.code.value : null, unitPrice: item.unitPrice, alongside,
      }
      // Asked twice it leaves one check unused, which lapses.
      const checked = await act(party, ['checks'], CheckReply, { body: CheckRequest.parse(body), isRead: true })
      return checked.outcome === 'refused' ? checked : verdictOf(checked.info)
    },

    async inquirePack({ party, checkRef, uid, count }) {
      const body = BarcodeRequest.parse({ checkId: checkRef, uid, count })
      const answer = await act(party, ['barcodes', 'inquire'], DoneReply, { body, isRead: true })
      return answer.outcome === 'refused' ? answer : { outcome: 'accepted' }
    },

    async releasePack({ party, checkRef, uid, count }) {
      const body = BarcodeRequest.parse({ checkId: checkRef, uid, count })
      const answer = await act(party, ['barcodes', 'release'], DoneReply, { body, isRead: true })
      return answer.outcome === 'refused' ? answer : { outcome: 'released' }
    },

    async deliver({ party, patient, trackingCode, lines }) {
      const checks = lines.map(({ checkRef, packs }) => ({ checkId: checkRef, packs }))
      const body = DeliverRequest.parse({ patient: patient.identity.value, trackingCode, checks })
      const answer = await act(party, ['deliveries'], DeliverReply, { body, isRead: false })
      return answer.outcome === 'refused' ? answer : { outcome: 'delivered-unconfirmed', deliveryRef: answer.info.deliveryId }
    },

    async confirmDelivery({ party, deliveryRef }) {
      const answer = await act(party, ['deliveries', { secret: deliveryRef }, 'confirm'], DoneReply, { body: {}, isRead: false })
      return answer.outcome === 'refused' ? answer : { outcome: 'confirmed' }
    },

    async findDelivery({ party, deliveryRef }) {
      const found = await ask(party, ['deliveries', { secret: deliveryRef }], FindDeliveryReply)
      if (found.outcome === 'refused') return found.reason === 'not-found' ? { outcome: 'not-found' } : found
      return found.info.isDeleted ? { outcome: 'deleted' } : deliveredOf(found.info)
    },

    async deleteDelivery({ party, deliveryRef }) {
      const answer = await act(party, ['deliveries', { secret: deliveryRef }, 'delete'], DoneReply, { body: {}, isRead: false })
      return answer.outcome === 'refused' ? answer : { outcome: 'deleted' }
    },

    /** A doctor is owed nothing for drugs; visits are prescriptions of another kind, which are not written here. */
    async bills({ party, year, month }) {
      const who = await sessions.who(party)
      if (who.outcome === 'refused') return who
      if (!isProvider(who.info.kind)) return { outcome: 'found', lines: [] }
      const bill = await ask(party, ['bills', String(year), String(month)], BillReply)
      if (bill.outcome === 'refused') return bill
      return {
        outcome: 'found',
        lines: bill.info.map((it) => ({
          billRef: it.billId, fund: it.fund, ...(who.info.kind === 'pharmacy' ? { kind: 'drug', kindTitle: 'نسخ دارویی' } : { kind: 'paraclinical', kindTitle: 'خدمات پاراکلینیک' }), cycle: `${it.cycle.slice(0, 4)}-${it.cycle.slice(4, 6)}`,
          count: it.count, insurerShare: it.organisation, note: it.remark, of: 'centre',
        })),
      }
    },
  }

  function ask<T>(party: Party, path: Part[], reply: Reply<T>): Promise<Answer<T>> {
    return act(party, path, reply, { isRead: true })
  }

  /** At the pharmacy's own place: the account's where none is named. */
  async function act<T>(party: Party, path: Part[], reply: Reply<T>, how: { body?: unknown; isRead: boolean }): Promise<Answer<T>> {
    const who = await beforeSending(() => sessions.who(party))
    if (who.outcome === 'refused') return who
    return sessions.ask(party, { path: [counterOf(who.info.kind), party.siteId ?? who.info.siamIds[0] ?? '', ...path], ...how }, reply)
  }
}

/** A paraclinical centre has the counter of a pharmacy, at an address of its own. */
export const counterOf = (kind: UserInfo['kind']): 'pharmacy' | 'paraclinic' => (kind === 'paraclinic' ? kind : 'pharmacy')
export const isProvider = (kind: UserInfo['kind']): boolean => kind === 'pharmacy' || kind === 'paraclinic'

const isKnown = (kind: string) => kind === 'national-code' || kind === 'fida'

/** What the government pays is neither the insurer's nor the patient's: the port knows it as a discount, and it is named. */
const priceOf = ({ total, organisation, subsidy, patient }: Checked['price']): LinePrice => ({
  total, insurerShare: organisation, patientShare: patient, discount: subsidy,
})

const outcomes: Record<Checked['insuranceStatus'], Exclude<DeliveryVerdict['outcome'], 'refused'>> = {
  covered: 'covered', 'not-covered': 'not-covered', 'file-required': 'needs-document', 'over-ceiling': 'over-ceiling',
}

function verdictOf(it: Checked): DeliveryVerdict {
  const messages: PayerMessage[] = it.message === null ? [] : [{ severity: 'warning', text: it.message }]
  if (it.price.subsidy > 0) messages.push({ severity: 'advisory', text: 'تخفیف این قلم یارانهٔ دولت است.' })
  return {
    outcome: outcomes[it.insuranceStatus],
    checkRef: it.checkId,
    price: priceOf(it.price),
    maxCovered: it.maxCovered,
    needsPackCheck: it.requiresBarcodeInquiry,
    messages,
  }
}

function deliveredOf(it: NonNullable<z.infer<typeof FindDeliveryReply>['data']>): DeliveryState {
  const lines = it.lines.map(({ drugName, gSrvCode, qty, price }) => ({
    name: drugName, code: { system: 'generic' as const, value: gSrvCode }, count: qty, total: price.total, patientShare: price.patient,
  }))
  return {
    outcome: 'delivered',
    visitRef: visitRefOf(it),
    orderedAt: it.writtenAt,
    deliveredAt: it.deliveredAt,
    total: lines.reduce((sum, line) => sum + line.total, 0),
    patientShare: lines.reduce((sum, line) => sum + line.patientShare, 0),
    lines,
  }
}
