import { expect, test } from 'vitest'
import { ageInYears, formatClock, formatJalali, formatJalaliLong, jalaliOf } from './calendar.ts'

test('a moment has its Jalali day at Tehran', () => {
  expect(jalaliOf('2026-11-23T21:00:00Z')).toEqual({ year: 1405, month: 9, day: 3 })
})
test('a short date has leading zeros', () => expect(formatJalali('2026-11-23T08:00:00Z')).toBe('۱۴۰۵/۰۹/۰۲'))
test('a long date reads weekday, day, month, year', () => expect(formatJalaliLong('2026-11-23T08:00:00Z')).toBe('دوشنبه ۲ آذر ۱۴۰۵'))
test('the clock is Tehran’s', () => expect(formatClock('2026-11-23T08:35:00Z')).toBe('۱۲:۰۵'))
test.each([
  ['1990-11-24', 35],
  ['1990-11-23', 36],
])('who was born on %s is %i', (birth, age) => expect(ageInYears(birth, '2026-11-23T12:00:00Z')).toBe(age))
