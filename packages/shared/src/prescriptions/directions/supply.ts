import { toPersianDigits } from '../../text.ts'
import type { DrugDraft } from '../item.ts'

type Supply = Pick<DrugDraft, 'indication' | 'noSubstitution' | 'repeats' | 'activeFrom' | 'compound'>

/** What an item says beyond how to take it: «برای فارنژیت، جایگزین نشود، ۳ بار تحویل، از ۱۴۰۵/۱۰/۰۱». Empty where it says no more. */
export function supplyInWords({ indication, noSubstitution, repeats, activeFrom, compound }: Supply): string {
  return [
    indication && `برای ${indication.title}`,
    noSubstitution && 'جایگزین نشود',
    repeats && `${toPersianDigits(repeats)} بار تحویل`,
    activeFrom && `تحویل از ${toPersianDigits(activeFrom.replaceAll('-', '/'))}`,
    compound && `جزء ترکیب ${toPersianDigits(compound)}`,
  ].filter(Boolean).join('، ')
}
