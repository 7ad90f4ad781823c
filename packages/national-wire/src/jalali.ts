/** The national services speak Jalali dates at Tehran's clock; these convert to and from ISO. */

const parts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'Asia/Tehran',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

const DAY_MS = 86_400_000

/** Jalali `YYYY-MM-DD` of a moment, at Tehran's clock; sorts as text. */
export function jalaliDay(moment: Date): string {
  const read = (type: string) => parts.formatToParts(moment).find((part) => part.type === type)?.value ?? ''
  return `${read('year')}-${read('month')}-${read('day')}`
}

/**
 * Gregorian ISO day of a Jalali one (both YYYY-MM-DD).
 * @throws RangeError where the calendar has no such day (30 Esfand of a common year, month 13 …).
 */
export function gregorianDay(jalali: string): string {
  const [year = NaN, month = NaN, day = NaN] = jalali.split('-').map(Number)
  const dayOfYear = month <= 7 ? (month - 1) * 31 + day : 186 + (month - 7) * 30 + day
  // 1 Farvardin falls on 19–22 March; noon UTC is the same day in Tehran.
  const guess = Date.UTC(year + 621, 2, 20, 12) + (dayOfYear - 1) * DAY_MS
  const wanted = [year, pad(month), pad(day)].join('-')
  for (let shift = -2; shift <= 3; shift++) {
    const moment = new Date(guess + shift * DAY_MS)
    if (!Number.isNaN(guess) && jalaliDay(moment) === wanted) return moment.toISOString().slice(0, 10)
  }
  throw new RangeError(`Not a Jalali day: ${jalali}`)
}

/** Jalali `YYYY-MM-DD` of a Gregorian ISO day. */
export const jalaliOfGregorian = (isoDay: string): string => jalaliDay(new Date(`${isoDay}T12:00:00Z`))

const pad = (value: number) => String(value).padStart(2, '0')
