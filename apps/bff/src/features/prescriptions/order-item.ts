import { createHash } from 'node:crypto'
import { canonicalize } from '@noskhe/shared/signing/canonical'
import type { ItemCode, OrderItem } from '../../national/payer/port.ts'
import type { StoredItem } from './stored.ts'

const GENERIC_DIGITS = 5
const IRC_DIGITS = 16

/** Which national list a code is of, by its length. */
export const itemCodeOf = (code: string): ItemCode => ({
  system: code.length === IRC_DIGITS ? 'irc' : code.length === GENERIC_DIGITS ? 'generic' : 'rvu',
  value: code,
})

/** What a payer is told of an item; null while it does not say enough to be asked about. */
export const orderItemOf = (item: StoredItem): OrderItem | null =>
  item.frequency === null || item.quantity === null
    ? null
    : {
        code: itemCodeOf(item.code),
        count: item.quantity,
        consumption: item.consumption,
        instruction: item.instruction,
        note: item.note,
        periods: 1,
        compound: null,
        activeFrom: null,
      }

/** Names exactly what the payer was asked: an answer counts for as long as this stays the same. Null as above. */
export function fingerprintOf(item: StoredItem): string | null {
  const order = orderItemOf(item)
  return order && createHash('sha256').update(canonicalize({ ...order, code: { ...order.code } })).digest('base64url')
}
