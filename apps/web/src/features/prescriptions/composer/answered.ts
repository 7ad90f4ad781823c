import type { ItemCheck, PrescriptionItem } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { isWrittenAlike } from '@noskhe/shared/prescriptions/written-alike'
import { type InsurerLine, insurerLineOf } from '@noskhe/shared/rules/insurer-line'
import type { ComposerItem } from './draft.ts'

/** The insurer's answer counts only for the item as it is now written. */
export function checkOf(item: ComposerItem, answered: readonly PrescriptionItem[]): ItemCheck | null {
  const kept = answered.find((other) => other.key === item.key)
  return kept && isWrittenAlike(item, kept) ? kept.check : null
}

/** What the insurer says of the items as they are written. */
export const insurerLines = ({ insurer, items: answered }: Prescription, items: readonly ComposerItem[]): InsurerLine[] =>
  items.map((item) => insurerLineOf(insurer, item, checkOf(item, answered)))
