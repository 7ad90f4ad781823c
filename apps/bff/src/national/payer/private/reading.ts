import type { StoredPrescription } from '@noskhe/national-wire/sepas'
import type { Order, OrderSummary, OrderedItem } from '../port.ts'
import { lineOf, orderRefOf, toItemCode } from './lines.ts'

export const toOrder = (it: StoredPrescription): Order => ({
  trackingCode: it.TrackingCode,
  visitRef: it.MessageUID,
  writtenAt: it.WrittenAt,
  prescriber: { name: it.Prescriber.FullName, councilNumber: it.Prescriber.CouncilNumber || null, licence: null, phone: null },
  items: it.Rows.map(toItem),
})

export const toSummary = (it: StoredPrescription): OrderSummary => ({
  trackingCode: it.TrackingCode,
  visitRef: it.MessageUID,
  writtenAt: it.WrittenAt,
  writtenAtCentre: it.HealthCareFacility.Name,
  patientName: `${it.Person.FirstName} ${it.Person.LastName}`.trim(),
  fund: 'آزاد',
})

export function toItem(row: StoredPrescription['Rows'][number]): OrderedItem {
  const { rowId: _rowId, count: ordered, ...line } = lineOf(row)
  const delivered = row.Dispensed.reduce((sum, it) => sum + it.Count, 0)
  return {
    ...line,
    checkRef: orderRefOf(row),
    name: row.ProductName,
    form: null,
    ordered,
    delivered,
    remaining: ordered - delivered,
    status: delivered === 0 ? 'ordered' : delivered < ordered ? 'partly-delivered' : 'delivered',
    unitPrice: null,
    deliveries: row.Dispensed.map((it) => ({ at: it.At, count: it.Count, code: toItemCode(it.ProductCode), name: row.ProductName, by: it.By })),
  }
}
