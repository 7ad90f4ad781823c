/** Dates of the insurer: Jalali, at Tehran's clock (UTC+03:30 all year since 1402). */
const TEHRAN_OFFSET_MINUTES = 210
const MINUTE = 60_000
const DAY = 86_400_000

const jalali = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function partsOf(moment: Date): Record<string, string> {
  const inTehran = new Date(moment.getTime() + TEHRAN_OFFSET_MINUTES * MINUTE)
  return Object.fromEntries(jalali.formatToParts(inTehran).map((part) => [part.type, part.value]))
}

/** `14050904`. */
export function compactJalali(moment: Date): string {
  const { year, month, day } = partsOf(moment)
  return `${year}${month}${day}`
}

/** `1405/09/04 10:04:06`. */
export function jalaliDateTime(moment: Date): string {
  const { year, month, day, hour, minute, second } = partsOf(moment)
  return `${year}/${month}/${day} ${hour}:${minute}:${second}`
}

/** The moment of a `YYYY/MM/DD HH:MM:SS` or `YYYY/MM/DD`; null where it is not such a date of the Jalali calendar. */
export function momentOfJalali(text: string): Date | null {
  const match = /^(1[34]\d\d)[/-](\d\d)[/-](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text.trim())
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0))
  const midnight = midnightOfJalali(year, month, day)
  return midnight === null ? null : new Date(midnight + ((hour * 60 + minute) * 60 + second) * 1000)
}

/** A guess that is at most some days off, then steps until the calendar of the platform agrees. */
function midnightOfJalali(year: number, month: number, day: number): number | null {
  const dayOfYear = (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1
  const guess = Date.UTC(year + 621, 2, 20) + dayOfYear * DAY - TEHRAN_OFFSET_MINUTES * MINUTE
  const wanted = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
  for (const step of [0, 1, -1, 2, -2]) {
    const moment = guess + step * DAY
    if (compactJalali(new Date(moment)) === wanted) return moment
  }
  return null
}
