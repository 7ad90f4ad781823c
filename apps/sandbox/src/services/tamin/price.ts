import { insuranceStatus } from '@noskhe/national-wire/tamin/lists'
import type { Item } from './rows.ts'

/** Rial, of all units: `organisation + subsidy + patient = total`. */
export interface Price {
  total: number
  organisation: number
  subsidy: number
  patient: number
}

interface Sold {
  qty: number
  /** Units of these that the insurance answers for. */
  covered: number
  /** Of one unit; the accepted price where it is null. */
  unitPrice: number | null
}

/**
 * Who pays for a drug or a service. The organisation pays its share of the price without subsidy, rounded down; the government pays its
 * subsidy; the patient pays the rest, the difference to a dearer product included. A cheaper product takes from the subsidy
 * last.
 */
export function priceOf(drug: Pick<Item, 'status' | 'price' | 'share' | 'subsidy'>, { qty, covered, unitPrice }: Sold): Price {
  const accepted = drug.price + drug.subsidy
  const unit = unitPrice ?? accepted
  const isSubsidised = drug.status !== insuranceStatus.notInsured
  const subsidised = drug.status === insuranceStatus.subsidyOnly ? qty : covered
  const perUnit = isSubsidised ? Math.min(drug.subsidy, unit) : 0
  const counted = Math.min(unit, accepted) - perUnit
  const organisation = drug.status === insuranceStatus.insured ? Math.floor((counted * covered * drug.share) / 100) : 0
  const subsidy = perUnit * subsidised
  const total = unit * qty
  return { total, organisation, subsidy, patient: total - organisation - subsidy }
}
