import { type WrittenItem, isDrug } from '@noskhe/shared/prescriptions/item'
import { toPersianDigits } from '../../i18n/format.ts'

/** An item in one short paragraph: its name, how it is taken, how many; of a service its words say how many times. */
export const ItemLine = ({ item }: { item: WrittenItem }) => (
  <span className="block min-w-0">
    <span className="font-semibold">{item.name.fa}</span>
    <span className="block text-sm text-quiet">
      {[item.readBack, isDrug(item) && item.quantity !== null && `${toPersianDigits(item.quantity)} عدد`].filter(Boolean).join('؛ ')}
    </span>
  </span>
)
