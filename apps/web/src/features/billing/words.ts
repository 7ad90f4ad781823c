import type { InsurerBill } from '@noskhe/shared/billing/bill'
import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import { formatAmount, formatRial, toPersianDigits } from '../../i18n/format.ts'

const monthNames = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'] as const

export interface JalaliMonth {
  year: number
  month: number
}

/** «آذر ۱۴۰۵». */
export const sayMonth = ({ year, month }: JalaliMonth): string => `${monthNames[month - 1] ?? ''} ${toPersianDigits(year)}`

/** The answer of the month in one line: what is owed, by whom; and who did not answer, so that the sum is not taken for whole. */
export function sayAnswer(insurers: readonly InsurerBill[], month: JalaliMonth): string {
  const answered = insurers.filter((it) => it.state === 'answered')
  const owing = answered.filter((it) => it.insurerShare > 0)
  const silent = insurers.filter((it) => it.state !== 'answered')
  const names = (of: readonly InsurerBill[]) => of.map((it) => insurerTitle[it.insurer]).join(' و ')
  if (answered.length === 0) return `${names(silent)} صورتحساب ${sayMonth(month)} را نگفت.`
  const sum = owing.reduce((total, it) => total + it.insurerShare, 0)
  const claim =
    owing.length === 0 ? `${names(answered)} در ${sayMonth(month)} صورتحسابی ندارد` : `${formatRial(sum)} طلب از ${names(owing)} در ${sayMonth(month)}`
  return silent.length === 0 ? claim : `${claim}؛ ${names(silent)} هنوز نگفته است`
}

/**
 * How the insurer's account of drugs differs from ours, in words. Null where we have nothing to lay beside it: visits are priced by
 * the insurer alone.
 */
export function sayDifference({ state, lines, ours }: InsurerBill): { isSame: boolean; text: string } | null {
  const drugs = lines.filter((line) => line.kind === 'drug')
  if (state !== 'answered' || (drugs.length === 0 && ours.delivered === 0)) return null
  const money = drugs.reduce((sum, line) => sum + line.insurerShare, 0) - ours.insurerShare
  const count = drugs.reduce((sum, line) => sum + line.count, 0) - ours.delivered
  if (money === 0 && count === 0) return { isSame: true, text: 'حساب دارو با دفتر ما یکی است.' }
  const parts = [
    money !== 0 && `${formatRial(Math.abs(money))} ${money > 0 ? 'بیشتر' : 'کمتر'}`,
    count !== 0 && `${formatAmount(Math.abs(count))} تحویل ${count > 0 ? 'بیشتر' : 'کمتر'}`,
  ].filter(Boolean)
  return { isSame: false, text: `حساب دارو نزد بیمه ${parts.join(' و ')} از دفتر ماست.` }
}

export const words = {
  title: 'صورتحساب',
  month: 'ماه',
  previous: 'ماه پیش',
  next: 'ماه بعد',
  ours: 'دفتر ما در این ماه',
  registered: 'نسخهٔ ثبت‌شده',
  delivered: 'تحویل ثبت‌شده',
  unanswered: 'بیمه پاسخ نداد؛ این به معنای نداشتن صورتحساب نیست.',
  refused: 'بیمه صورتحساب را نشان نداد.',
  nothingOwed: 'این بیمه برای این ماه خطی ننوشته است.',
  emptyMonth: 'برای این ماه صورتحسابی نیست',
  emptyMonthHint: 'بیمه برای این ماه هنوز خطی ننوشته است. ماه دیگری را برگزینید.',
  chart: 'سهم بیمه به تفکیک خط صورتحساب',
  print: 'چاپ صورتحساب',
  noAccount: 'این مرکز نزد هیچ بیمه‌ای نام کاربری ندارد',
  noAccountHint: 'پزشک یا داروساز مرکز باید با حساب بیمهٔ خود وارد شود تا صورتحساب خوانده شود.',
} as const
