import { type Rial, type Shares, addShares, splitPrice } from '@noskhe/shared/money'
import type { InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { CheckOutcome, ItemCheck } from '@noskhe/shared/prescriptions/item'
import { outpatientShareOf } from './tariff.ts'

interface Asked {
  outcome: CheckOutcome
  unitPrice: Rial | null
  quantity: number
  /** Most units covered; null where the insurer named none. */
  maxCovered: number | null
  insurer: InsurerCode
  at: Date
}

const unknown = { shares: null, priceSource: null } satisfies Partial<ItemCheck>

/**
 * Who pays what for an item, and where the price comes from. The insurer pays its share of covered units only; the patient
 * pays the rest. Unknown where the unit price or the tariff of the day is unknown.
 */
export function priceItem(asked: Asked): { shares: Shares | null; priceSource: string | null } {
  if (asked.unitPrice === null) return unknown
  const share = outpatientShareOf(asked.insurer, asked.at)
  if (!share) return unknown
  const covered = coveredUnits(asked)
  const shares = addShares([
    splitPrice(asked.unitPrice, covered, share.percent),
    splitPrice(asked.unitPrice, asked.quantity - covered, 0),
  ])
  return { shares, priceSource: share.source }
}

function coveredUnits({ outcome, quantity, maxCovered }: Asked): number {
  switch (outcome) {
    case 'covered':
      return quantity
    case 'over-ceiling':
      return Math.min(quantity, maxCovered ?? 0)
    case 'not-covered':
    case 'needs-document':
    case 'refused':
    case 'not-checked':
    case 'private':
      return 0
  }
}
