import type { BillLine, DeliveryItem, Party, Payer } from '../port.ts'
import { packRefusal } from './answer.ts'
import { itemTypeOf } from './item-type.ts'
import { billLine, coverageOf, deliveredOf, deliveryVerdict, isoOf, notCovered, orderOf, uncoveredDelivery } from './reading.ts'
import type { Sessions } from './sessions.ts'

/** Prescriptions of one patient that are looked at; nobody has as many open ones. */
const MOST_OPEN = 20

type Dispensing = Pick<
  Payer,
  | 'openOrders' | 'order' | 'checkDelivery' | 'inquirePack' | 'releasePack' | 'deliver' | 'confirmDelivery' | 'findDelivery'
  | 'deleteDelivery' | 'bills'
>

/** The counter's side of the insurer, and the bills of both. */
export function dispensing(sessions: Sessions): Dispensing {
  return {
    /**
     * The patient's session puts her prescriptions into the pharmacy's queue, which holds those of others too; each of hers
     * is then opened, because the queue tells neither day nor doctor.
     */
    async openOrders({ party, patient }) {
      const citizen = await sessions.citizen(party, patient, { isFresh: true })
      if (citizen.outcome === 'refused') return citizen
      const coverage = coverageOf(citizen.info)
      if (coverage.outcome === 'refused') return coverage
      if (coverage.outcome === 'not-covered') return notCovered(citizen.info)

      const queue = await sessions.asParty('deliver/queue/fetch', party, {})
      if (queue.outcome === 'refused') return queue.reason === 'not-found' ? { outcome: 'found', orders: [] } : queue
      const hers = (queue.info ?? []).filter((it) => it.memberNN === patient.identity.value).slice(0, MOST_OPEN)
      const orders = await Promise.all(
        hers.map(async ({ trackingCode, fullName }) => {
          const fetched = await sessions.forPatient('prescription/fetch/printcode', { party, patient }, { printCode: trackingCode })
          // Archived or taken back between the two questions: it is no longer open.
          if (fetched.outcome === 'refused') return []
          const { samadCode, creationDate, contractPartyName } = fetched.info
          return {
            trackingCode,
            visitRef: samadCode,
            writtenAt: isoOf(creationDate),
            writtenAtCentre: contractPartyName ?? '',
            patientName: fullName ?? '',
            fund: coverage.fund,
          }
        }),
      )
      return { outcome: 'found', orders: orders.flat() }
    },

    async order({ trackingCode, ...who }) {
      const answer = await sessions.forPatient('prescription/fetch/printcode', who, { printCode: trackingCode })
      if (answer.outcome === 'refused') return answer
      return { outcome: 'found', order: orderOf(answer.info, { trackingCode, visitRef: answer.info.samadCode }) }
    },

    async checkDelivery({ trackingCode, item, alongside, ...who }) {
      const checked = await sessions.forPatient('subscription/check/deliver', who, {
        trackingCode,
        subInfoWrapper: { service: deliveredService(item), otherServices: alongside.map((checkCode) => ({ checkCode })) },
      })
      if (checked.outcome === 'refused') return uncoveredDelivery(checked)
      const verdict = deliveryVerdict(checked.info)
      if (verdict.outcome !== 'covered' || verdict.checkRef === null || item.unitPrice === null) return verdict
      const priced = await sessions.forPatient('subscription/check/deliver/price', who, {
        trackingCode,
        checkCode: verdict.checkRef,
        basePrice: item.unitPrice,
      })
      return priced.outcome === 'refused' ? uncoveredDelivery(priced) : deliveryVerdict(priced.info)
    },

    async inquirePack({ checkRef, uid, count, ...who }) {
      const answer = await sessions.forPatient('subscription/inquery/uid', who, { checkCode: checkRef, uId: uid, count })
      if (answer.outcome === 'refused') return answer
      // Two answers in one: the insurer heard us, and the tracing system said 0. Anything else inside is not a yes.
      return answer.info.resCode === 0 ? { outcome: 'accepted' } : packRefusal(answer.info)
    },

    async releasePack({ checkRef, uid, count, ...who }) {
      const answer = await sessions.forPatient('subscription/reactive/uid', who, { checkCode: checkRef, uId: uid, count })
      if (answer.outcome === 'refused') return answer
      return answer.info.resCode === 0 ? { outcome: 'released' } : packRefusal(answer.info)
    },

    async deliver({ trackingCode, lines, ...who }) {
      const answer = await sessions.forPatient('prescription/deliver', who, {
        printCode: trackingCode,
        subscriptions: lines.map(({ checkRef, packs }) => ({
          checkCode: checkRef,
          uIds: packs.map(({ uid, count }) => ({ uId: uid, count })),
        })),
      })
      return answer.outcome === 'refused' ? answer : { outcome: 'delivered-unconfirmed', deliveryRef: answer.info.checkCode }
    },

    async confirmDelivery({ party, deliveryRef }) {
      const answer = await sessions.asParty('prescription/deliver/confirm', party, { checkCode: deliveryRef })
      return answer.outcome === 'refused' ? answer : { outcome: 'confirmed' }
    },

    async findDelivery({ party, deliveryRef }) {
      const answer = await sessions.asParty('prescription/delivered/fetch', party, { checkCode: deliveryRef })
      if (answer.outcome === 'answered') return deliveredOf(answer.info)
      if (answer.reason === 'not-found') return { outcome: 'not-found' }
      return answer.reason === 'already-deleted' ? { outcome: 'deleted' } : answer
    },

    async deleteDelivery({ party, deliveryRef }) {
      const answer = await sessions.asParty('prescription/delivered/delete', party, { checkCode: deliveryRef })
      return answer.outcome === 'refused' ? answer : { outcome: 'deleted' }
    },

    async bills({ party, year, month }) {
      const answer = await sessions.asParty('bill/info/fetch', party, { year, month })
      if (answer.outcome === 'refused') return answer.reason === 'not-found' ? { outcome: 'found', lines: [] } : answer
      const lines = (answer.info ?? []).map(billLine)
      const partners = await sessions.asParty('partner/fetch/partnerid', party, {})
      if (partners.outcome === 'refused') return partners
      return { outcome: 'found', lines: ofSite(lines, party, (partners.info ?? []).length) }
    },
  }
}

/**
 * The lines of the party's centre. An account that serves several centres is told the lines of all, each named only in the
 * description (our sandbox writes the SIAM id there); a line that names no centre of ours belongs to another one's eyes.
 */
const ofSite = (lines: BillLine[], { siteId }: Party, centres: number): BillLine[] =>
  siteId === undefined || centres <= 1 ? lines : lines.filter((line) => line.note.includes(siteId))

const deliveredService = (item: DeliveryItem) => ({
  count: item.count,
  nationalNumber: item.code.value,
  type: itemTypeOf(item),
  consumption: item.consumption,
  consumptionInstruction: item.instruction,
  description: item.note,
  numberOfPeriod: item.periods,
  isOutOfPrescription: item.orderRef === null,
  ...(item.orderRef !== null && { referenceCheckCode: item.orderRef }),
})
