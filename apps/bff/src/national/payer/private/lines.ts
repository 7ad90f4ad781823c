import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { PrescribedRow } from '@noskhe/national-wire/sepas'
import { fromDoDate, toDoDate } from '@noskhe/national-wire/data-objects'
import type { DoCodedText } from '@noskhe/national-wire/data-objects'
import type { DeliveryItem, ItemCode, OrderItem } from '../port.ts'

/**
 * SEPAS checks nothing before a prescription is saved, so there is nobody to remember a checked line until then: its
 * reference carries the line itself, and a name that stays the same when it is read back.
 */
const Code = z.object({ system: z.enum(['generic', 'irc', 'rvu']), value: z.string() })
const OrderLine = z.object({
  rowId: z.string(),
  code: Code,
  count: z.int(),
  consumption: z.string(),
  instruction: z.string(),
  note: z.string(),
  periods: z.int(),
  compound: z.int().nullable(),
  activeFrom: z.string().nullable(),
})
type OrderLine = z.infer<typeof OrderLine>

const DeliveryLine = z.object({ rowId: z.string(), code: Code, count: z.int(), unitPrice: z.int().nullable() })
const Delivery = z.object({
  messageUid: z.string(),
  trackingCode: z.string(),
  lines: z.array(DeliveryLine.extend({ packUids: z.array(z.string()) })),
})
export type Delivery = z.infer<typeof Delivery>

const pack = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const unpack = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))

export const newOrderRef = (item: OrderItem): string => pack(OrderLine.parse({ rowId: randomUUID(), ...item }))

/** The same reference again, of a row read from SEPAS. */
export const orderRefOf = (row: PrescribedRow): string => pack(OrderLine.parse(lineOf(row)))
export const rowIdOf = (orderRef: string): string => OrderLine.parse(unpack(orderRef)).rowId

export function rowOf(orderRef: string): PrescribedRow {
  const line = OrderLine.parse(unpack(orderRef))
  return {
    RowID: line.rowId,
    ProductCode: toProductCode(line.code),
    TotalNumber: line.count,
    Dosage: line.consumption,
    PatientInstruction: line.instruction,
    Note: line.note,
    Repeats: line.periods,
    CompoundGroup: line.compound,
    ActiveFrom: line.activeFrom === null ? null : toDoDate(line.activeFrom),
  }
}

/** Keys in the order of the schema: the reference is made of them. */
export const lineOf = (row: PrescribedRow): OrderLine => ({
  rowId: row.RowID,
  code: toItemCode(row.ProductCode),
  count: row.TotalNumber,
  consumption: row.Dosage,
  instruction: row.PatientInstruction,
  note: row.Note,
  periods: row.Repeats,
  compound: row.CompoundGroup,
  activeFrom: row.ActiveFrom === null ? null : fromDoDate(row.ActiveFrom),
})

export const deliveryLineRef = (rowId: string, { code, count, unitPrice }: DeliveryItem): string => pack({ rowId, code, count, unitPrice })
export const readDeliveryLine = (ref: string) => DeliveryLine.parse(unpack(ref))

/** Names the delivery and carries it, because SEPAS has one phase: nothing is told to it before the confirmation. */
export const deliveryRef = (trackingCode: string, lines: Delivery['lines']): string =>
  pack({ messageUid: randomUUID(), trackingCode, lines } satisfies Delivery)
export const readDelivery = (ref: string): Delivery => Delivery.parse(unpack(ref))

const terminologyOf: Record<ItemCode['system'], string> = { generic: 'eRx', irc: 'IRC', rvu: 'RVU3' }

export const toProductCode = ({ system, value }: ItemCode): DoCodedText => ({ Value: value, Terminology_id: terminologyOf[system], Coded_string: value })

export function toItemCode({ Terminology_id, Coded_string }: DoCodedText): ItemCode {
  const system = Terminology_id === 'eRx' ? 'generic' : Terminology_id === 'IRC' ? 'irc' : 'rvu'
  return { system, value: Coded_string }
}
