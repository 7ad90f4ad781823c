import { jalaliOf } from '@noskhe/shared/calendar'
import { type InsurerCode, insurerTitle } from '@noskhe/shared/patients/eligibility'
import { toPersianDigits } from '@noskhe/shared/text'

interface OutpatientShare {
  insurer: Exclude<InsurerCode, 'private'>
  /** Jalali YYYY-MM-DD, both days included; null while it is in force. */
  from: string
  until: string | null
  /** The insurer's part of the reference price of an outpatient drug or service. */
  percent: number
  decree: string
}

/**
 * Shares of outpatient drugs and services by insurer and date. A new decree is a new row, never a change of an old one: prescriptions of
 * last year keep the price they were written with (7-10).
 */
const outpatientShares: readonly OutpatientShare[] = [
  { insurer: 'salamat', from: '1405-01-01', until: null, percent: 70, decree: 'تعرفهٔ ۱۴۰۵' },
  { insurer: 'tamin', from: '1405-01-01', until: null, percent: 70, decree: 'تعرفهٔ ۱۴۰۵' },
  { insurer: 'armed-forces', from: '1405-01-01', until: null, percent: 85, decree: 'تعرفهٔ ۱۴۰۵' },
]

export interface ShareInForce {
  percent: number
  /** Where it comes from, for people: «قیمت پایهٔ بیمهٔ سلامت، سهم ۷۰٪، تعرفهٔ ۱۴۰۵». */
  source: string
}

/** The insurer's share of an outpatient drug or service on a day; null where no row covers that day. */
export function outpatientShareOf(insurer: InsurerCode, at: Date): ShareInForce | null {
  const day = jalaliDay(at)
  const row = outpatientShares.find((it) => it.insurer === insurer && it.from <= day && (it.until === null || it.until >= day))
  if (!row) return null
  return {
    percent: row.percent,
    source: `قیمت پایهٔ ${insurerTitle[row.insurer]}، سهم ${toPersianDigits(row.percent)}٪، ${row.decree}`,
  }
}

function jalaliDay(at: Date): string {
  const { year, month, day } = jalaliOf(at)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}
