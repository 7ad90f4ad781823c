import { Decimal } from '@noskhe/shared/prescriptions/item'
import { quantityFor } from '@noskhe/shared/prescriptions/read-back'
import type { SigTerm } from '@noskhe/shared/terminology/code'
import type { ComposerDrug } from './draft.ts'
import { isCounted } from './units.ts'

/** Units for the whole course; null where the directions say too little, or the unit is not one that the pharmacy counts out. */
export function offeredQuantity(written: ComposerDrug, terms: readonly SigTerm[]): number | null {
  const dose = Decimal.safeParse(written.dose)
  if (!dose.success || !isCounted(written.doseUnit)) return null
  const times = terms.find((term) => term.kind === 'freq' && term.code === written.frequency)?.timesPerDay ?? null
  return quantityFor({ dose: dose.data, durationDays: written.durationDays }, times)
}
