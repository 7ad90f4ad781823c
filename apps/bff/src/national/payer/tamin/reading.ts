import * as z from 'zod'
import { dayOfTaminDate } from '@noskhe/national-wire/tamin'
import type { Deserve, KeptLine, KeptPrescription } from '@noskhe/national-wire/tamin'
import { prescriptionType, serviceType } from '@noskhe/national-wire/tamin/codes'
import type { Coverage, ItemCode, Order, OrderSummary, OrderedItem } from '../port.ts'
import { fromDirections } from './directions.ts'
import { lineRefOf } from './lines.ts'
import { refInComment } from './visit-ref.ts'

export const coverageOf = (it: Deserve): Coverage => ({
  outcome: it.hasDeserve ? 'covered' : 'not-covered',
  patientName: it.patientName,
  fund: it.insuranceFund,
  validUntil: it.validUntil === null ? null : dayOfTaminDate(it.validUntil),
  messages: it.message === null ? [] : [{ severity: 'rejection', text: it.message }],
})

/** A prescription that other software wrote has no visit of ours; its id at Tamin stands for it. */
export const visitRefOf = (it: Pick<KeptPrescription, 'comments' | 'head_EPRSC_ID'>): string => refInComment(it.comments) ?? it.head_EPRSC_ID

/** Tamin names no centre. */
export const summaryOf = (it: KeptPrescription): OrderSummary => ({
  trackingCode: it.trackingCode,
  visitRef: visitRefOf(it),
  writtenAt: it.writtenAt,
  writtenAtCentre: '',
  patientName: it.patientName,
  fund: it.insuranceFund,
})

type NameOf = (line: KeptLine, prescTypeId: string) => string

/** `nameOf` names a line: its doctor knows it by what she wrote, a pharmacy by Tamin's own number. */
export const orderOf = (it: KeptPrescription, nameOf: NameOf): Order => ({
  trackingCode: it.trackingCode,
  visitRef: visitRefOf(it),
  writtenAt: it.writtenAt,
  prescriber: { name: it.doctor.fullName, councilNumber: it.doctor.docId, licence: it.doctor.specialty || null, phone: it.doctor.mobile || null },
  items: it.noteDetailEprscs.map((line) => itemOf(line, nameOf(line, it.prescTypeId))),
})

/** Parts of one prescription as one order: the first tells when and by whom, and each line its own tracking code. */
export function orderOfParts(parts: readonly KeptPrescription[]): Order | null {
  const [first] = parts
  if (first === undefined) return null
  if (parts.length === 1) return orderOf(first, asWritten)
  const items = parts.flatMap((it) => orderOf(it, asWritten).items.map((item) => ({ ...item, trackingCode: it.trackingCode })))
  return { ...orderOf(first, asWritten), items }
}

export const asWritten: NameOf = (line, prescTypeId) => lineRefOf(line, z.enum(Object.values(prescriptionType)).parse(prescTypeId))
export const asNumbered: NameOf = (line) => line.noteDetailsEprscId

function itemOf(line: KeptLine, checkRef: string): OrderedItem {
  const { srvId, srvQty, srvRem, delivered: given, repeat, dateDo } = line
  const code: ItemCode = { system: srvId.srvType === serviceType.drug ? 'generic' : 'rvu', value: srvId.gSrvCode }
  const delivered = given.reduce((sum, it) => sum + it.qty, 0)
  return {
    ...fromDirections(line),
    checkRef,
    code,
    name: srvId.srvName,
    form: srvId.formDes || null,
    ordered: srvQty,
    delivered,
    // What another pharmacy holds right now is not there for anybody else.
    remaining: srvRem,
    status: delivered >= srvQty ? 'delivered' : delivered > 0 ? 'partly-delivered' : 'ordered',
    note: '',
    periods: repeat ?? 1,
    compound: null,
    activeFrom: dateDo === null ? null : dayOfTaminDate(dateDo),
    unitPrice: srvId.priceWithoutSubsidy,
    deliveries: given.map(({ deliveredAt, qty, by }) => ({
      at: deliveredAt, count: qty, code, name: srvId.srvName, by,
    })),
  }
}
