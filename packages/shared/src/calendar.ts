import { toLatinDigits, toPersianDigits } from './text.ts'

/** Everything is stored in UTC and shown at Tehran's clock. */
export const TIME_ZONE = 'Asia/Tehran'

export interface JalaliDate {
  year: number
  month: number
  day: number
}

const numericParts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})
const weekdayAndMonth = new Intl.DateTimeFormat('fa-IR-u-ca-persian', { timeZone: TIME_ZONE, weekday: 'long', month: 'long' })
const clock = new Intl.DateTimeFormat('fa-IR', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', hour12: false })
const clockToSecond = new Intl.DateTimeFormat('fa-IR', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })

const gregorianDay = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE })

type Moment = Date | string | number

/** The Jalali day of a moment, at Tehran's clock. */
export function jalaliOf(moment: Moment): JalaliDate {
  const parts = numericParts.formatToParts(new Date(moment))
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return { year: read('year'), month: read('month'), day: read('day') }
}

const pad = (value: number) => String(value).padStart(2, '0')

/** «۱۴۰۵/۰۹/۰۲». */
export function formatJalali(moment: Moment): string {
  const { year, month, day } = jalaliOf(moment)
  return toPersianDigits(`${year}/${pad(month)}/${pad(day)}`)
}

/** «دوشنبه ۲ آذر ۱۴۰۵»: built from its parts, because `dateStyle: 'full'` puts them in the wrong order. */
export function formatJalaliLong(moment: Moment): string {
  const parts = weekdayAndMonth.formatToParts(new Date(moment))
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const { year, day } = jalaliOf(moment)
  return `${read('weekday')} ${toPersianDigits(day)} ${read('month')} ${toPersianDigits(year)}`
}

/** «۱۴:۰۵», Tehran. */
export const formatClock = (moment: Moment): string => clock.format(new Date(moment))

/** «۱۴:۰۵:۰۹», Tehran: where a moment is evidence (A23). */
export const formatClockToSecond = (moment: Moment): string => clockToSecond.format(new Date(moment))

/** Whole years from an ISO birth date (YYYY-MM-DD) to a moment. */
export function ageInYears(birthDate: string, at: Moment): number {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number)
  const now = new Date(at)
  const hadBirthday = now.getUTCMonth() + 1 > month || (now.getUTCMonth() + 1 === month && now.getUTCDate() >= day)
  return now.getUTCFullYear() - year - (hadBirthday ? 0 : 1)
}

/**
 * A Jalali month as a span of instants, at Tehran's clock: `from` is its first moment, `to` the first one of the next month.
 * Found by halving on `jalaliOf`, so that leap years and the clock changes before 1402 are the calendar's own.
 */
export const jalaliMonthRange = (year: number, month: number): { from: Date; to: Date } => ({
  from: firstMomentOf(year, month),
  to: month === 12 ? firstMomentOf(year + 1, 1) : firstMomentOf(year, month + 1),
})

const DAY_MS = 86_400_000
/** 1 Farvardin of a year is within days of 21 March of this many years later. */
const GREGORIAN_AHEAD = 621

function firstMomentOf(year: number, month: number): Date {
  const near = Date.UTC(year + GREGORIAN_AHEAD, 2, 21) + (month - 1) * 30.5 * DAY_MS
  let before = near - 20 * DAY_MS
  let within = near + 20 * DAY_MS
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2)
    const at = jalaliOf(middle)
    if (at.year > year || (at.year === year && at.month >= month)) within = middle
    else before = middle
  }
  return new Date(within)
}

/**
 * The ISO date (YYYY-MM-DD) of a Jalali one as people type it: «۱۴۰۵/۸/۲۵», any digits, slash, dash or dot. Null when there is
 * no such day.
 */
export function parseJalali(typed: string): string | null {
  const [, year, month, day] = /^(1[34]\d\d)[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(toLatinDigits(typed).trim()) ?? []
  if (!year || !month || !day || Number(month) < 1 || Number(month) > 12) return null
  const noon = firstMomentOf(Number(year), Number(month)).getTime() + (Number(day) - 0.5) * DAY_MS
  const found = jalaliOf(noon)
  const isThatDay = found.year === Number(year) && found.month === Number(month) && found.day === Number(day)
  return isThatDay ? gregorianDay.format(noon) : null
}
