import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { ConfirmedRow } from '@noskhe/national-wire/armed-forces'
import { fromDoDate, toDoDate } from '@noskhe/national-wire/data-objects'
import type { DoCodedText } from '@noskhe/national-wire/data-objects'
import { confirmationIdentifier } from '../../insurer-rules/adapter.ts'
import type { ClaimedService } from '../../insurer-rules/port.ts'
import type { ItemCode, OrderItem } from '../port.ts'

/**
 * The rules remember a line only by its confirmation, and the insurer not before it is registered. A line's reference therefore
 * carries the line itself with its confirmation; it is the same again when the row is read back.
 */
const OrderLine = z.object({
  rowId: z.string(),
  confirmation: z.string(),
  code: z.object({ system: z.enum(['generic', 'irc', 'rvu']), value: z.string() }),
  count: z.int(),
  consumption: z.string(),
  instruction: z.string(),
  note: z.string(),
  periods: z.int(),
  activeFrom: z.string().nullable(),
})
export type OrderLine = z.infer<typeof OrderLine>

const pack = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const unpack = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))

export const newRowId = (): string => randomUUID()

/** Parsing puts the keys in the order of the schema: the reference is made of them. */
export const orderRef = (line: OrderLine): string => pack(OrderLine.parse(line))
export const readOrderRef = (ref: string): OrderLine => OrderLine.parse(unpack(ref))
export const rowIdOf = (ref: string): string => readOrderRef(ref).rowId

export const lineOf = (item: OrderItem, rowId: string, confirmation: string): OrderLine => ({ ...item, rowId, confirmation })

export const rowOf = (it: OrderLine): ConfirmedRow => ({
  RowID: it.rowId,
  ProductCode: toProductCode(it.code),
  TotalNumber: it.count,
  Dosage: it.consumption,
  PatientInstruction: it.instruction,
  Note: it.note,
  Repeats: it.periods,
  CompoundGroup: null,
  ActiveFrom: it.activeFrom === null ? null : toDoDate(it.activeFrom),
  ConfirmationID: confirmationIdentifier(it.confirmation),
})

export const lineOfRow = (row: ConfirmedRow): OrderLine => ({
  rowId: row.RowID,
  confirmation: row.ConfirmationID.ID,
  code: toItemCode(row.ProductCode),
  count: row.TotalNumber,
  consumption: row.Dosage,
  instruction: row.PatientInstruction,
  note: row.Note,
  periods: row.Repeats,
  activeFrom: row.ActiveFrom === null ? null : fromDoDate(row.ActiveFrom),
})

/** A line that was confirmed before, shown to the rules again. */
export const shown = ({ rowId, code, count, confirmation }: OrderLine): ClaimedService => ({ key: rowId, code, count, unitPrice: null, confirmation })

const DeliveryLine = z.object({ rowId: z.string(), code: OrderLine.shape.code, count: z.int(), confirmation: z.string() })
type DeliveryLine = z.infer<typeof DeliveryLine>

export const deliveryLineRef = (line: DeliveryLine): string => pack(DeliveryLine.parse(line))
export const readDeliveryLine = (ref: string): DeliveryLine => DeliveryLine.parse(unpack(ref))

const terminologyOf: Record<ItemCode['system'], string> = { generic: 'eRx', irc: 'IRC', rvu: 'RVU3' }
const toProductCode = ({ system, value }: ItemCode): DoCodedText => ({ Value: value, Terminology_id: terminologyOf[system], Coded_string: value })

export function toItemCode({ Terminology_id, Coded_string }: DoCodedText): ItemCode {
  const system = Terminology_id === 'eRx' ? 'generic' : Terminology_id === 'IRC' ? 'irc' : 'rvu'
  return { system, value: Coded_string }
}
