import { expect, test } from 'vitest'
import { ageInYears, formatClock, formatJalali, formatJalaliLong, jalaliMonthRange, jalaliOf, parseJalali } from './calendar.ts'

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

test.each([
  { year: 1405, month: 9, from: '2026-11-21T20:30:00.000Z', to: '2026-12-21T20:30:00.000Z', why: 'thirty days of Azar' },
  { year: 1403, month: 12, from: '2025-02-18T20:30:00.000Z', to: '2025-03-20T20:30:00.000Z', why: 'thirty days of Esfand in a leap year' },
  { year: 1404, month: 12, from: '2026-02-19T20:30:00.000Z', to: '2026-03-20T20:30:00.000Z', why: 'twenty-nine in a common year' },
  { year: 1400, month: 4, from: '2021-06-21T19:30:00.000Z', to: '2021-07-22T19:30:00.000Z', why: 'summer time, while there was one' },
  { year: 1400, month: 6, from: '2021-08-22T19:30:00.000Z', to: '2021-09-22T20:30:00.000Z', why: 'a month in which the clock went back' },
])('$year/$month is a span of instants: $why', ({ year, month, from, to }) => {
  const range = jalaliMonthRange(year, month)
  expect([range.from.toISOString(), range.to.toISOString()]).toEqual([from, to])
})

test.each([
  ['۱۴۰۵/۰۹/۰۲', '2026-11-23'],
  ['1405-1-1', '2026-03-21'],
  ['1403/12/30', '2025-03-20'],
  ['1404/12/30', null],
  ['1405/13/01', null],
  ['1405/07/31', null],
  ['دیروز', null],
])('%s is the day %s', (typed, day) => expect(parseJalali(typed)).toBe(day))
