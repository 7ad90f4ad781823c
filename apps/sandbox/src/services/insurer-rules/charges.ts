import type { Charges } from '@noskhe/national-wire/insurer-rules'

interface Sold {
  count: number
  /** Units of these that the insurer answers for. */
  covered: number
  /** Rial of one unit; the reference price counts where it is null. */
  unitPrice: number | null
  referencePrice: number
  patientPercent: number
}

/**
 * Who pays. The insurer pays its share of the cheaper of price and reference price for covered units, rounded down to whole Rial;
 * the patient pays all the rest, the difference to a dearer product included.
 */
export function chargesOf({ count, covered, unitPrice, referencePrice, patientPercent }: Sold): Charges {
  const unit = unitPrice ?? referencePrice
  const TotalCharge = unit * count
  const counted = Math.min(unit, referencePrice) * covered
  const BasicInsuranceContribution = Math.floor((counted * (100 - patientPercent)) / 100)
  return { TotalCharge, BasicInsuranceContribution, PatientContribution: TotalCharge - BasicInsuranceContribution }
}

export const sumOf = (all: readonly Charges[]): Charges =>
  all.reduce(
    (sum, it) => ({
      TotalCharge: sum.TotalCharge + it.TotalCharge,
      BasicInsuranceContribution: sum.BasicInsuranceContribution + it.BasicInsuranceContribution,
      PatientContribution: sum.PatientContribution + it.PatientContribution,
    }),
    { TotalCharge: 0, BasicInsuranceContribution: 0, PatientContribution: 0 },
  )
