import { type Offer, isFarFrom, offerFor } from '@noskhe/shared/prescriptions/directions/course'
import { Decimal } from '@noskhe/shared/prescriptions/item'
import type { SigTerm } from '@noskhe/shared/terminology/code'
import type { ComposerDrug } from './draft.ts'

/** What the whole course needs; null where the directions say too little, or nobody knows what the pharmacy hands out whole. */
export const offeredQuantity = (written: ComposerDrug, terms: readonly SigTerm[]): Offer | null =>
  Decimal.safeParse(written.dose).success ? offerFor(written, terms) : null

/** What the course needs, where what she wrote is far from it; null where it is not. */
export function farFromOffer(written: ComposerDrug, terms: readonly SigTerm[]): Offer | null {
  const offer = offeredQuantity(written, terms)
  return offer !== null && written.quantity !== null && isFarFrom(written.quantity, offer) ? offer : null
}
