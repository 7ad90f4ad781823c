import { randomUUID } from 'node:crypto'
import type { ResultVo, StoredPrescription } from '@noskhe/national-wire/sepas'
import { toIdentifier } from '../../eligibility/identity.ts'
import type { Gateway } from '../../gateway/gateway.ts'
import type { NotTaken, Ttac } from '../../ttac/port.ts'
import type { Party, Payer, PayerPatient, Refused } from '../port.ts'
import { type Delivery, deliveryLineRef, deliveryRef, newOrderRef, readDelivery, readDeliveryLine, rowIdOf, rowOf } from './lines.ts'
import { toItem, toOrder, toSummary } from './reading.ts'
import { deletedAlready, notFound, otherPatient, packRefusal, refusalOf } from './refusals.ts'
import { openSepas } from './sepas.ts'

/**
 * Private (آزاد) prescriptions behind the port of an insurer: nobody covers, SEPAS keeps them, TTAC is asked about packs.
 * The visit is our own message id, so a save whose answer was lost is asked for by it.
 */
export function privatePayer(gateway: Gateway, ttac: Ttac): Payer {
  const sepas = openSepas(gateway)

  /** Sells every pack of a delivery or none: why one could not be sold, or null. */
  async function sellPacks(party: Party, delivery: Delivery): Promise<NotTaken['why'] | null> {
    for (const uid of packsOf(delivery)) {
      const sold = await ttac.sell({ uid, siamId: centreOf(party), saleRef: delivery.messageUid })
      if (sold.outcome === 'sold') continue
      await returnPacks(party, delivery)
      return sold.why
    }
    return null
  }

  async function returnPacks(party: Party, delivery: Delivery): Promise<void> {
    for (const uid of packsOf(delivery)) await ttac.giveBack({ uid, siamId: centreOf(party), saleRef: delivery.messageUid })
  }

  return {
    insurer: 'private',
    coverage: async () => ({ outcome: 'not-covered', patientName: '', fund: 'آزاد', validUntil: null, messages: [] }),
    openVisit: async () => ({ outcome: 'opened', visitRef: randomUUID() }),
    checkOrder: async ({ item }) => ({ outcome: 'not-covered', checkRef: newOrderRef(item), maxCovered: null, unitPrice: null, messages: [] }),

    async register({ party, patient, visitRef, checkRefs }) {
      return registered(await sepas.savePrescription(party, patient, visitRef, checkRefs.map(rowOf)))
    },

    async amend({ party, visitRef, add, remove }) {
      return registered(await sepas.amend(party, { amends: visitRef, remove: remove.map(rowIdOf), add: add.map(rowOf) }))
    },

    /** SEPAS knows no taking back; a prescription without rows orders nothing. */
    async withdraw({ party, patient, visitRef }) {
      const found = ofPatient(await sepas.findPrescriptions({ MessageUID: visitRef }), patient)
      if ('outcome' in found) return found
      const remove = found.Rows.map(({ RowID }) => RowID)
      const answer = registered(await sepas.amend(party, { amends: visitRef, remove, add: [] }))
      return answer.outcome === 'refused' ? answer : { outcome: 'withdrawn' }
    },

    async findRegistration({ visitRef }) {
      const found = await sepas.findMessage(visitRef)
      return found === null ? { outcome: 'not-registered' } : registered(found)
    },

    async progress({ patient, visitRef }) {
      const found = ofPatient(await sepas.findPrescriptions({ MessageUID: visitRef }), patient)
      return 'outcome' in found ? found : { outcome: 'found', items: found.Rows.map(toItem) }
    },

    async openOrders({ patient }) {
      const all = await sepas.findPrescriptions({ PersonID: toIdentifier(patient.identity) })
      return { outcome: 'found', orders: all.filter((it) => it.Rows.some((row) => toItem(row).remaining > 0)).map(toSummary) }
    },

    async order({ patient, trackingCode }) {
      const found = ofPatient(await sepas.findPrescriptions({ TrackingCode: trackingCode }), patient)
      return 'outcome' in found ? found : { outcome: 'found', order: toOrder(found) }
    },

    async orderByVisit({ patient, visitRef }) {
      const found = ofPatient(await sepas.findPrescriptions({ MessageUID: visitRef }), patient)
      return 'outcome' in found ? found : { outcome: 'found', order: toOrder(found) }
    },

    async checkDelivery({ item }) {
      // Nothing is given for nothing: SEPAS keeps dispensings of prescribed rows only.
      if (item.orderRef === null) return notFound
      const total = item.unitPrice === null ? null : item.unitPrice * item.count
      return {
        outcome: 'not-covered',
        checkRef: deliveryLineRef(rowIdOf(item.orderRef), item),
        price: total === null ? null : { total, insurerShare: 0, patientShare: total, discount: 0 },
        maxCovered: null,
        needsPackCheck: item.code.system !== 'rvu',
        messages: [],
      }
    },

    // Nobody stands between the counter and TTAC here, so the packs are held, sold and given back there by us.
    async inquirePack({ party, uid }) {
      const held = await ttac.hold({ uid, siamId: centreOf(party) })
      return held.outcome === 'held' ? { outcome: 'accepted' } : packRefusal(held.why)
    },

    async releasePack({ party, uid }) {
      await ttac.giveBack({ uid, siamId: centreOf(party), saleRef: null })
      return { outcome: 'released' }
    },

    async deliver({ trackingCode, lines }) {
      const carried = lines.map(({ checkRef, packs }) => ({ ...readDeliveryLine(checkRef), packUids: packs.map((it) => it.uid) }))
      return { outcome: 'delivered-unconfirmed', deliveryRef: deliveryRef(trackingCode, carried) }
    },

    /** Sold first, then told: both may be repeated under the same name, so a confirmation broken off is simply asked again. */
    async confirmDelivery({ party, deliveryRef: ref }) {
      const delivery = readDelivery(ref)
      const notSold = await sellPacks(party, delivery)
      if (notSold !== null) return packRefusal(notSold)
      const result = await sepas.saveDispensing(party, delivery)
      if (isKept(result)) return { outcome: 'confirmed' }
      await returnPacks(party, delivery)
      return refusalOf(result)
    },

    async findDelivery({ deliveryRef: ref }) {
      const { messageUid, lines } = readDelivery(ref)
      const found = await sepas.findDispensing(messageUid)
      if (found === null) return { outcome: 'not-found' }
      if (found.IsDeleted) return { outcome: 'deleted' }
      const priced = lines.map(({ code, count, unitPrice }, place) => {
        const total = (unitPrice ?? 0) * count
        return { name: found.Rows[place]?.ProductName ?? code.value, code, count, total, patientShare: total }
      })
      const total = priced.reduce((sum, it) => sum + it.total, 0)
      return {
        outcome: 'delivered', visitRef: found.PrescriptionMessageUID, orderedAt: found.WrittenAt, deliveredAt: found.DispensedAt, total,
        patientShare: total, lines: priced,
      }
    },

    async deleteDelivery({ party, deliveryRef: ref }) {
      const delivery = readDelivery(ref)
      const deleted = await sepas.deleteDispensing(delivery.messageUid)
      // Where it was deleted already its packs may still be out: TTAC was silent that time.
      await returnPacks(party, delivery)
      return deleted === null ? deletedAlready : { outcome: 'deleted' }
    },

    // Nobody owes anything for what the patient has paid.
    bills: async () => ({ outcome: 'found', lines: [] }),
  }
}

/** The party of a private prescription is the centre. */
const centreOf = ({ siteId, username }: Party): string => siteId ?? username
const packsOf = ({ lines }: Delivery): string[] => lines.flatMap((line) => line.packUids)

/** A repeat of the same message is answered with what it made the first time. */
const isKept = ({ ErrorCode }: ResultVo) => ErrorCode === null || ErrorCode === 'duplicate'

const registered = (result: ResultVo): { outcome: 'registered'; trackingCode: string } | Refused =>
  isKept(result) && result.TrackingCode !== null ? { outcome: 'registered', trackingCode: result.TrackingCode } : refusalOf(result)

function ofPatient([found]: StoredPrescription[], { identity }: PayerPatient): StoredPrescription | Refused {
  if (found === undefined) return notFound
  const { ID, Type } = toIdentifier(identity)
  return found.Person.PersonID.ID === ID && found.Person.PersonID.Type === Type ? found : otherPatient
}
