import { createHash } from 'node:crypto'
import { type ItemKind, type ServiceKind, isComplete, isDrug } from '@noskhe/shared/prescriptions/item'
import { canonicalize } from '@noskhe/shared/signing/canonical'
import type { ItemCode, OrderItem, ItemKind as PayerKind } from '../../national/payer/port.ts'
import type { StoredItem } from './stored.ts'

const GENERIC_DIGITS = 5
const IRC_DIGITS = 16

/** Which national list a code is of, by its length. */
export const itemCodeOf = (code: string): ItemCode => ({
  system: code.length === IRC_DIGITS ? 'irc' : code.length === GENERIC_DIGITS ? 'generic' : 'rvu',
  value: code,
})

/** The same where its kind is known: what is no drug or device is a service, whatever its code looks like. */
const codeOf = ({ kind, code }: { kind: ItemKind; code: string }): ItemCode =>
  kind === 'drug' || kind === 'device' ? itemCodeOf(code) : { system: 'rvu', value: code }

/** Insurers have one list for what is done to a patient by hand; of a device its code alone tells what it is. */
const payerKindOf: Readonly<Record<ServiceKind, PayerKind | null>> = {
  lab: 'lab',
  imaging: 'imaging',
  physiotherapy: 'physiotherapy',
  'physician-service': 'physician-service',
  nursing: 'physician-service',
  dental: 'physician-service',
  device: null,
}

/** What a payer is told of an item; null while it does not say enough to be asked about. */
export function orderItemOf(item: StoredItem): OrderItem | null {
  if (item.quantity === null || !isComplete(item)) return null
  const { consumption, quantity: count } = item
  return { code: codeOf(item), count, consumption, ...wordsOf(item), periods: 1, compound: null, activeFrom: null, ...partsOf(item) }
}

/**
 * A payer has one note a line, which the pharmacy reads. What is for the pharmacist takes its place, and the note to the patient then
 * stands with how to take it, so that neither is lost.
 */
function wordsOf(item: StoredItem): Pick<OrderItem, 'instruction' | 'note'> {
  const { instruction, note } = item
  if (!isDrug(item)) return { instruction, note }
  const toPharmacist = [item.noSubstitution && 'جایگزین نشود', item.forPharmacist].filter(Boolean).join('؛ ')
  return toPharmacist === '' ? { instruction, note } : { instruction: [instruction, note].filter(Boolean).join('، '), note: toPharmacist }
}

/** What only some items say. What a drug does not say stays out: stored answers are found by what was asked. */
function partsOf(item: StoredItem): Partial<OrderItem> {
  if (isDrug(item)) {
    const { repeats, compound, activeFrom, indication } = item
    return {
      ...(repeats !== undefined && { periods: repeats }),
      ...(compound !== undefined && { compound }),
      ...(activeFrom !== undefined && { activeFrom }),
      ...(indication && { diagnosis: indication.code }),
    }
  }
  const kind = payerKindOf[item.kind]
  return {
    ...(kind !== null && { kind }),
    ...('tooth' in item && item.tooth !== null && { tooth: item.tooth }),
    ...('doneBy' in item && { doneBy: item.doneBy }),
  }
}

/** Names exactly what the payer was asked: an answer counts for as long as this stays the same. Null as above. */
export function fingerprintOf(item: StoredItem): string | null {
  const order = orderItemOf(item)
  return order && createHash('sha256').update(canonicalize({ ...order, code: { ...order.code } })).digest('base64url')
}
