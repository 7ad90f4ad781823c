import { perDay } from '@noskhe/shared/prescriptions/directions/course'
import { byWeight } from '@noskhe/shared/prescriptions/directions/strength'
import { toPersianDigits } from '../../../i18n/format.ts'
import { directionWords } from './direction-words.ts'
import type { PartsProps } from './directions.tsx'
import { repeatDays } from './further-parts.tsx'
import { shownDecimal } from './part-editors.tsx'

/**
 * What the day comes to for the patient's weight, and when a repeated item is due: sums of what is written. No limit stands beside them,
 * because no list of ours holds one by weight; a daily maximum is for the clinical rules to tell, with their source.
 */
export function DoseByWeight({ written, terms, weightKg }: Pick<PartsProps, 'written' | 'terms'> & { weightKg: string | null }) {
  const sum =
    weightKg === null
      ? null
      : byWeight({ perDay: perDay(written, terms), unit: written.doseUnit, strength: written.strength, weightKg: Number(weightKg) })
  const days = repeatDays(written, new Date())
  return (
    <div className="flex flex-col gap-1 text-sm text-quiet empty:hidden">
      {sum !== null && weightKg !== null && <p>{directionWords.perKilogram(shownDecimal(String(sum)), shownDecimal(weightKg))}</p>}
      {days.length > 0 && <p>{directionWords.repeatDates(toPersianDigits(days.join('، ')))}</p>}
    </div>
  )
}
