import type { NationalServiceStatus } from '@noskhe/shared/status/contract'
import { erringIn, silentIn } from '@noskhe/shared/status/rates'
import { formatAmount, formatClock, formatJalali, formatPercent, toPersianDigits } from '../../i18n/format.ts'
import { isDown, standingOf } from './standing.ts'

type Failure = NonNullable<NationalServiceStatus['lastFailedAs']>

const reasons: Record<Failure, string> = {
  timedOut: 'در مهلتی که دادیم چیزی نگفت.',
  broken: 'اتصال برقرار نشد، یا سرویس از کار افتاده است.',
  busy: 'سرویس شلوغ است و گفت که بعداً بپرسیم.',
  refused: 'سرویس، یا درگاه پیش از آن، درخواست ما را نپذیرفت.',
  unreadable: 'پاسخی داد که با قرارداد آن نمی‌خواند.',
}

/** Why a service is told to be down, in a sentence; null where it is not. */
export function sayReason(it: NationalServiceStatus): string | null {
  const standing = standingOf(it)
  if (!isDown(standing) || it.lastFailedAs === null) return null
  if (standing === 'left-alone') return `${reasons[it.lastFailedAs]} چون پیاپی تکرار شد، چند ثانیه از آن نمی‌پرسیم؛ سپس درخواست بعدی آن را می‌آزماید.`
  return reasons[it.lastFailedAs]
}

/** «از ساعت ۱۴:۰۵», with the day where it is another one. */
export function saySince(at: string, now: number = Date.now()): string {
  const clock = `ساعت ${formatClock(at)}`
  return formatJalali(at) === formatJalali(now) ? `از ${clock}` : `از ${formatJalali(at)}، ${clock}`
}

const decimal = (value: number) => toPersianDigits(value).replace('.', '٫')

/** «۲۴۰ میلی‌ثانیه», «۱٫۲ ثانیه». */
export const sayDuration = (ms: number): string =>
  ms < 1_000 ? `${toPersianDigits(ms)} میلی‌ثانیه` : `${decimal(Math.round(ms / 100) / 10)} ثانیه`

/** A share of one as a percentage, rounded down: what was not whole is not shown as whole. */
export const sayShare = (share: number): string => formatPercent(Math.floor(share * 1_000 + 1e-9) / 10)
/** Rounded up, so that a few failures are not shown as none. */
export const sayErrorShare = (share: number): string => formatPercent(Math.ceil(share * 1_000 - 1e-9) / 10)

/** The hour of a service in words, for whoever does not see the picture. */
export function sayHour({ hour }: NationalServiceStatus): string {
  const told: [number, string][] = [
    [hour.answered, 'پاسخ'], [erringIn(hour), 'پاسخ نادرست'], [silentIn(hour), 'بی‌پاسخ'], [hour.heldBack, 'پرسیده‌نشده'],
  ]
  const some = told.filter(([count]) => count > 0).map(([count, name]) => `${formatAmount(count)} ${name}`)
  return `یک ساعت گذشته: ${some.length > 0 ? some.join('، ') : words.quietHour}`
}

/** The page's answer in one line: who is down, or slow, or that nobody is. */
export function saySummary(services: readonly NationalServiceStatus[]): string {
  const named = (some: readonly NationalServiceStatus[]) => some.map((it) => it.title).join('، ')
  const down = services.filter((it) => isDown(standingOf(it)))
  if (down.length > 0) return `${toPersianDigits(down.length)} سرویس پاسخ نمی‌دهد: ${named(down)}`
  const slow = services.filter((it) => standingOf(it) === 'slow')
  if (slow.length > 0) return `همه پاسخ می‌دهند، ${named(slow)} به‌کندی`
  return services.some((it) => it.state === 'answering') ? words.allWell : words.noneAsked
}

export const words = {
  title: 'وضعیت سرویس‌های ملی',
  hint: 'آنچه سرور ما از آخرین درخواست‌ها دیده است. باز بودن این صفحه از هیچ سرویسی نمی‌پرسد.',
  print: 'چاپ',
  list: 'سرویس‌ها',
  allWell: 'هر سرویسی که پرسیده شده پاسخ می‌دهد',
  noneAsked: 'هنوز از هیچ سرویسی نپرسیده‌ایم',
  stale: (clock: string) => `به‌روز نشد؛ این وضعیت ساعت ${clock} است.`,
  unknown: 'وضعیت سرویس‌ها معلوم نیست',
  quietHour: 'پرسیده نشد',
  median: 'میانه',
  medianHint: 'نیمی از پاسخ‌ها در این زمان یا زودتر آمد',
  p95: 'صدک ۹۵',
  p95Hint: 'از هر ۱۰۰ پاسخ، ۹۵ پاسخ در این زمان یا زودتر آمد',
  availability: 'دسترس‌پذیری',
  availabilityHint: 'سهم درخواست‌هایی که پاسخی، درست یا نادرست، گرفت',
  nothing: '—',
  legendWhen: 'هر ستون ۵ دقیقه؛ از راست به چپ، تا اکنون',
  answered: 'پاسخ داد',
  erring: 'پاسخ نادرست',
  silent: 'بی‌پاسخ',

  report: 'گزارش ماهانهٔ سطح خدمت',
  reportOf: (month: string) => `سطح خدمت سرویس‌ها در ${month}`,
  csv: 'دریافت CSV',
  measuredSince: (when: string) => `رقم‌های این ماه ${when} نگه داشته شده است.`,
  notMeasured: 'برای این ماه رقمی نگه داشته نشده است',
  notMeasuredHint: 'رقم‌ها از روزی که نرم‌افزار به کار افتاده ساعت‌به‌ساعت جمع می‌شود. ماه دیگری را برگزینید.',
  service: 'سرویس',
  asked: 'درخواست',
  errorRate: 'نرخ خطا',
  heldBack: 'پرسیده‌نشده',
} as const
