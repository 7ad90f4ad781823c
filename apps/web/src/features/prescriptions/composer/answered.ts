import type { ItemCheck, PrescriptionItem } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { type InsurerLine, insurerLineOf } from '@noskhe/shared/rules/insurer-line'
import { ComposerItem, itemContent } from './draft.ts'

/** The insurer's answer counts only for the item as it is now written. */
export function checkOf(item: ComposerItem, answered: readonly PrescriptionItem[]): ItemCheck | null {
  const kept = answered.find((other) => other.key === item.key)
  return kept && isSame(item, kept) ? kept.check : null
}

/** As far as an insurer's answer depends on it. */
const isSame = (item: ComposerItem, kept: PrescriptionItem): boolean =>
  JSON.stringify(itemContent(item), asked) === JSON.stringify(itemContent(ComposerItem.parse(kept)), asked)
const asked = ['kind', 'code', 'quantity', 'dose', 'frequency', 'tooth', 'doneBy']

/** What the insurer says of the items as they are written. */
export const insurerLines = ({ insurer, items: answered }: Prescription, items: readonly ComposerItem[]): InsurerLine[] =>
  items.map((item) => insurerLineOf(insurer, item, checkOf(item, answered)))
