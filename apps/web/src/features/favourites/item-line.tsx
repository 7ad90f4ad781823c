import type { WrittenItem } from '@noskhe/shared/prescriptions/item'
import { toPersianDigits } from '../../i18n/format.ts'

/** An item in one short paragraph: its name, how it is taken, how many. */
export const ItemLine = ({ item: { name, readBack, quantity } }: { item: WrittenItem }) => (
  <span className="block min-w-0">
    <span className="font-semibold">{name.fa}</span>
    <span className="block text-sm text-quiet">{[readBack, quantity !== null && `${toPersianDigits(quantity)} عدد`].filter(Boolean).join('؛ ')}</span>
  </span>
)
