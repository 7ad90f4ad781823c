import { formatClock, formatClockToSecond, formatJalali, formatJalaliLong } from '@noskhe/shared/calendar'
import { formatAmount } from '@noskhe/shared/money'
import { toPersianDigits } from '@noskhe/shared/text'

export { formatClock, formatJalali, formatJalaliLong, jalaliOf } from '@noskhe/shared/calendar'
export { formatAmount, formatRial } from '@noskhe/shared/money'
export { toLatinDigits, toPersianDigits } from '@noskhe/shared/text'

type Moment = Date | string | number

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const dayOf = (moment: Moment) => formatJalali(moment)

/** «همین حالا», «۳ دقیقه پیش», «۲ ساعت پیش», «دیروز ۱۴:۰۵», then the short date. Of a moment to come: its date and clock. */
export function formatAgo(moment: Moment, now: Moment = Date.now()): string {
  const at = new Date(moment).getTime()
  const age = new Date(now).getTime() - at
  if (age < -MINUTE) return `${formatJalali(at)} ${formatClock(at)}`
  if (age < MINUTE) return 'همین حالا'
  if (age < HOUR) return `${toPersianDigits(Math.floor(age / MINUTE))} دقیقه پیش`
  if (dayOf(at) === dayOf(now)) return `${toPersianDigits(Math.floor(age / HOUR))} ساعت پیش`
  if (dayOf(at) === dayOf(new Date(now).getTime() - DAY)) return `دیروز ${formatClock(at)}`
  return formatJalali(at)
}

/** «۳ قلم», «هیچ قلمی» is left to the caller: Persian nouns stay singular after a number. */
export const formatCount = (count: number, noun: string): string => `${formatAmount(count)} ${noun}`

/** «۷۰٪». */
export const formatPercent = (percent: number): string => `${toPersianDigits(percent).replace('.', '٫')}٪`

/** «۲ آذر، ساعت ۱۴:۰۵» is too short for a record: «دوشنبه ۲ آذر ۱۴۰۵، ساعت ۱۴:۰۵». */
export const formatMoment = (moment: Moment): string => `${formatJalaliLong(moment)}، ساعت ${formatClock(moment)}`

/** «۱۴۰۵/۰۹/۰۲، ۱۴:۰۵:۰۹». */
export const formatToSecond = (moment: Moment): string => `${formatJalali(moment)}، ${formatClockToSecond(moment)}`
