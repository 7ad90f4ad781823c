import { randomUUID } from 'node:crypto'
import type { ResultVo, StoredPrescription } from '@noskhe/national-wire/sepas'
import { toIdentifier } from '../../eligibility/identity.ts'
import type { Gateway } from '../../gateway/gateway.ts'
import type { Ttac } from '../../ttac/port.ts'
import type { Payer, PayerPatient, Refused } from '../port.ts'
import { deliveryLineRef, deliveryRef, newOrderRef, readDelivery, readDeliveryLine, rowIdOf, rowOf } from './lines.ts'
import { toItem, toOrder, toSummary } from './reading.ts'
import { deletedAlready, notFound, otherPatient, packRefusal, refusalOf } from './refusals.ts'
import { openSepas } from './sepas.ts'

/**
 * Private (آزاد) prescriptions behind the port of an insurer: nobody covers, SEPAS keeps them, TTAC is asked about packs.
 * The visit is our own message id, so a save whose answer was lost is asked for by it.
 */
export function privatePayer(gateway: Gateway, ttac: Ttac): Payer {
  const sepas = openSepas(gateway)
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

    async inquirePack({ uid }) {
      const { state } = await ttac.verifyPack(uid)
      return state === 'genuine' ? { outcome: 'accepted' } : packRefusal(state)
    },
    // TTAC holds no pack for us before it is sold.
    releasePack: async () => ({ outcome: 'released' }),

    async deliver({ trackingCode, lines }) {
      const carried = lines.map(({ checkRef, packs }) => ({ ...readDeliveryLine(checkRef), packUids: packs.map((it) => it.uid) }))
      return { outcome: 'delivered-unconfirmed', deliveryRef: deliveryRef(trackingCode, carried) }
    },

    async confirmDelivery({ party, deliveryRef: ref }) {
      const result = await sepas.saveDispensing(party, readDelivery(ref))
      return isKept(result) ? { outcome: 'confirmed' } : refusalOf(result)
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

    async deleteDelivery({ deliveryRef: ref }) {
      const deleted = await sepas.deleteDispensing(readDelivery(ref).messageUid)
      return deleted === null ? deletedAlready : { outcome: 'deleted' }
    },

    // Nobody owes anything for what the patient has paid.
    bills: async () => ({ outcome: 'found', lines: [] }),
  }
}

/** A repeat of the same message is answered with what it made the first time. */
const isKept = ({ ErrorCode }: ResultVo) => ErrorCode === null || ErrorCode === 'duplicate'

const registered = (result: ResultVo): { outcome: 'registered'; trackingCode: string } | Refused =>
  isKept(result) && result.TrackingCode !== null ? { outcome: 'registered', trackingCode: result.TrackingCode } : refusalOf(result)

function ofPatient([found]: StoredPrescription[], { identity }: PayerPatient): StoredPrescription | Refused {
  if (found === undefined) return notFound
  const { ID, Type } = toIdentifier(identity)
  return found.Person.PersonID.ID === ID && found.Person.PersonID.Type === Type ? found : otherPatient
}
