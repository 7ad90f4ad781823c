import { gregorianDay, jalaliDay } from '../jalali.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tehran',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Jalali day of a moment as the insurer writes it in requests: `14050904`. */
export const compactJalali = (moment: Date): string => jalaliDay(moment).replaceAll('-', '')

/** A moment as the insurer writes it in answers: `1405/09/04 10:04:06`, Tehran. */
export const jalaliDateTime = (moment: Date): string => `${jalaliDay(moment).replaceAll('-', '/')} ${clock.format(moment)}`

/**
 * The moment of a date in an answer; null where it is none. Its schema says date-time (ISO 8601) in some answers, every
 * sample is Jalali `YYYY/MM/DD HH:MM:SS`: both are read.
 */
export function momentOf(text: string): Date | null {
  if (/^20\d\d-\d\d-\d\dT/.test(text)) {
    const moment = new Date(text)
    return Number.isNaN(moment.getTime()) ? null : moment
  }
  const match = /^(1[34]\d\d)[/-](\d\d)[/-](\d\d)(?:[ T](\d\d:\d\d:\d\d))?$/.exec(text.trim())
  if (match === null) return null
  try {
    // Tehran keeps UTC+03:30 all year since 1402; older prescriptions are out of every window of the insurer.
    return new Date(`${gregorianDay(`${match[1]}-${match[2]}-${match[3]}`)}T${match[4] ?? '00:00:00'}+03:30`)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** `1405-09-04` of `14050904`, `1405/09/04` or the number 14050904; null for anything else. */
export function jalaliDayOf(value: string | number | null | undefined): string | null {
  const match = /^(1[34]\d\d)[/-]?(\d\d)[/-]?(\d\d)$/.exec(String(value ?? '').slice(0, 10).trim())
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`
}
