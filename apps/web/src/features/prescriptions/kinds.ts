import type { ItemKind } from '@noskhe/shared/prescriptions/item'
import { toPersianDigits } from '../../i18n/format.ts'

/** By what a kind of item is counted. */
export const unitOfKind: Record<ItemKind, string> = {
  drug: 'عدد',
  lab: 'بار',
  imaging: 'بار',
  physiotherapy: 'جلسه',
  'physician-service': 'بار',
  nursing: 'بار',
  dental: 'بار',
  device: 'عدد',
}

/** «۲۱ عدد» of a drug, «۱۰ جلسه» of physiotherapy. */
export const countOf = (kind: ItemKind, quantity: number): string => `${toPersianDigits(quantity)} ${unitOfKind[kind]}`

/** The kinds that these items have, in the order of the first of each. */
export const kindsAmong = (items: readonly { kind: ItemKind }[]): ItemKind[] => [...new Set(items.map(({ kind }) => kind))]
