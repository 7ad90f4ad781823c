import {
  BillReply, DoneReply, FindDispensingReply, FindPrescriptionReply, OpenPrescriptionsReply, SaveDispensingReply,
} from '@noskhe/national-wire/armed-forces'
import { toIdentifier } from '../../eligibility/identity.ts'
import { confirmationIdentifier } from '../../insurer-rules/adapter.ts'
import type { InsurerRules } from '../../insurer-rules/port.ts'
import type { Payer } from '../port.ts'
import { deliveryLineRef, readDeliveryLine, rowIdOf } from './lines.ts'
import { deliveryOf, deliveryVerdict, orderOf, summaryOf } from './reading.ts'
import { notConfirmed, outsideOrder, unjudged } from './refusals.ts'
import type { ArmedForces } from './service.ts'

type Dispensing = Pick<
  Payer,
  | 'openOrders' | 'order' | 'checkDelivery' | 'inquirePack' | 'releasePack' | 'deliver' | 'confirmDelivery' | 'findDelivery'
  | 'deleteDelivery' | 'bills'
>

/** The counter's side: prices come from the rules, and what is given is named by their confirmation. */
export function dispensing(insurer: ArmedForces, rules: InsurerRules): Dispensing {
  return {
    async openOrders({ party, patient }) {
      const body = { PersonID: toIdentifier(patient.identity) }
      const open = await insurer.ask(party, 'OpenMedicationPrescriptions', { reply: OpenPrescriptionsReply, body, isRead: true })
      return open.outcome === 'refused' ? open : { outcome: 'found', orders: open.info.map(summaryOf) }
    },

    async order({ party, patient, trackingCode }) {
      const body = { PersonID: toIdentifier(patient.identity), By: { TrackingCode: trackingCode } }
      const found = await insurer.ask(party, 'FindMedicationPrescription', { reply: FindPrescriptionReply, body, isRead: true })
      return found.outcome === 'refused' ? found : { outcome: 'found', order: orderOf(found.info) }
    },

    async checkDelivery({ party, patient, trackingCode, item, alongside }) {
      if (item.orderRef === null) return outsideOrder
      const rowId = rowIdOf(item.orderRef)
      const beside = alongside.map(readDeliveryLine).map((line) => ({ ...line, key: line.rowId, unitPrice: null }))
      const asked = { key: rowId, code: item.code, count: item.count, unitPrice: item.unitPrice, confirmation: null }
      const by = { councilNumber: party.username, siteId: party.siteId ?? '-' }
      const answer = await rules.judge({ insurer: 'armed-forces', point: 'before-service', patient, by, about: trackingCode, services: [...beside, asked] })
      if (answer.outcome === 'not-judged') return unjudged(answer)
      const judged = answer.services.at(-1)
      if (judged === undefined) return notConfirmed
      const { confirmation } = judged
      return deliveryVerdict(judged, confirmation && deliveryLineRef({ rowId, code: item.code, count: item.count, confirmation: confirmation.id }))
    },

    async inquirePack({ party, checkRef, uid, count }) {
      const answer = await insurer.ask(party, 'InquirePack', { reply: DoneReply, body: packOf(checkRef, uid, count), isRead: true })
      return answer.outcome === 'refused' ? answer : { outcome: 'accepted' }
    },

    async releasePack({ party, checkRef, uid, count }) {
      const answer = await insurer.ask(party, 'ReleasePack', { reply: DoneReply, body: packOf(checkRef, uid, count), isRead: true })
      return answer.outcome === 'refused' ? answer : { outcome: 'released' }
    },

    async deliver({ party, patient, trackingCode, lines }) {
      const body = {
        PersonID: toIdentifier(patient.identity),
        TrackingCode: trackingCode,
        Lines: lines.map(({ checkRef, packs }) => ({
          ConfirmationID: confirmationIdentifier(readDeliveryLine(checkRef).confirmation), Packs: packs.map(({ uid, count }) => ({ UID: uid, Count: count })),
        })),
      }
      const answer = await insurer.ask(party, 'SaveDispensedPrescription', { reply: SaveDispensingReply, body, isRead: false })
      return answer.outcome === 'refused' ? answer : { outcome: 'delivered-unconfirmed', deliveryRef: answer.info.DispensingUID }
    },

    async confirmDelivery({ party, deliveryRef }) {
      const answer = await insurer.ask(party, 'ConfirmDispensedPrescription', { reply: DoneReply, body: { DispensingUID: deliveryRef }, isRead: false })
      return answer.outcome === 'refused' ? answer : { outcome: 'confirmed' }
    },

    async findDelivery({ party, deliveryRef }) {
      const found = await insurer.ask(party, 'FindDispensedPrescription', { reply: FindDispensingReply, body: { DispensingUID: deliveryRef }, isRead: true })
      if (found.outcome === 'refused') return found.reason === 'not-found' ? { outcome: 'not-found' } : found
      return found.info.IsDeleted ? { outcome: 'deleted' } : deliveryOf(found.info)
    },

    async deleteDelivery({ party, deliveryRef }) {
      const answer = await insurer.ask(party, 'DeleteDispensedPrescription', { reply: DoneReply, body: { DispensingUID: deliveryRef }, isRead: false })
      return answer.outcome === 'refused' ? answer : { outcome: 'deleted' }
    },

    /** A doctor is owed nothing for drugs. */
    async bills({ party, year, month }) {
      const who = await insurer.who(party)
      if (who.outcome === 'refused') return who
      if (who.info.Kind !== 'pharmacy') return { outcome: 'found', lines: [] }
      const bill = await insurer.ask(party, 'PatientBill', { reply: BillReply, body: { Year: year, Month: month }, isRead: true })
      if (bill.outcome === 'refused') return bill
      return {
        outcome: 'found',
        lines: bill.info.map((it) => ({
          billRef: it.BillID, fund: it.Fund, kind: 'drug', kindTitle: 'نسخ دارویی', cycle: `${it.Year}-${String(it.Month).padStart(2, '0')}`,
          count: it.Count, insurerShare: it.BasicInsuranceContribution, note: it.Remark, of: 'centre',
        })),
      }
    },
  }
}

const packOf = (checkRef: string, uid: string, count: number) => ({
  ConfirmationID: confirmationIdentifier(readDeliveryLine(checkRef).confirmation), UID: uid, Count: count,
})
