import type { DeliveryLine } from '@noskhe/shared/dispensing/order'
import { ProductName } from './product-name.tsx'
import { units, words } from './words.ts'

/** What a delivery gives, in short. */
export const GivenList = ({ lines }: { lines: readonly DeliveryLine[] }) => (
  <ul className="flex flex-col gap-1">
    {lines.map((line) => (
      <li key={line.id} className="flex justify-between gap-4">
        <ProductName>{line.name}</ProductName>
        <strong className="whitespace-nowrap">{line.isGiven ? units(line.quantity) : words.notGiven}</strong>
      </li>
    ))}
  </ul>
)
