import { gregorianDay, jalaliDay } from '@noskhe/national-wire/jalali'
import { dayOfTaminDate } from '@noskhe/national-wire/tamin'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { TaminDate } from '@noskhe/national-wire/tamin/words'
import { Refusal } from './call.ts'

/** Eight digits that are a day of the calendar. @throws Refusal */
export function requireDate(date: string): void {
  const malformed = new Refusal(taminRefusal.dateMalformed, 'قالب تاریخ درست نیست')
  if (!TaminDate.safeParse(date).success) throw malformed
  try {
    gregorianDay(dayOfTaminDate(date))
  } catch (error) {
    throw error instanceof RangeError ? malformed : error
  }
}

export const isSameDay = (moment: string, now: Date): boolean => jalaliDay(new Date(moment)) === jalaliDay(now)
