import { ageInYears } from '@noskhe/shared/calendar'
import { toPersianDigits } from '../../i18n/format.ts'

const DAY_MS = 86_400_000
const DAYS_A_MONTH = 30.44

/** How old somebody is who was born on this day (ISO): in years, of an infant in months, of a newborn in days. */
export function ageWords(birthDate: string, now: number = Date.now()): string {
  const years = ageInYears(birthDate, now)
  if (years >= 2) return `${toPersianDigits(years)} ساله`
  const days = Math.floor((now - Date.parse(birthDate)) / DAY_MS)
  const months = Math.floor(days / DAYS_A_MONTH)
  return months >= 1 ? `${toPersianDigits(months)} ماهه` : `${toPersianDigits(days)} روزه`
}
