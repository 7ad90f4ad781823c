import { expect, test } from 'vitest'
import { compactJalali, jalaliDateTime, jalaliDayOf, momentOf } from './date.ts'

const moment = new Date('2026-11-25T20:45:06Z')

test('a moment is written at Tehran’s clock, where it is tomorrow already', () => {
  expect(compactJalali(moment)).toBe('14050905')
  expect(jalaliDateTime(moment)).toBe('1405/09/05 00:15:06')
})

test.each([
  ['1405/09/05 00:15:06', '2026-11-25T20:45:06.000Z'],
  ['1405/09/05', '2026-11-25T20:30:00.000Z'],
  ['2026-11-25T20:45:06.000Z', '2026-11-25T20:45:06.000Z'],
  ['2026-11-26T00:15:06+03:30', '2026-11-25T20:45:06.000Z'],
  // The last day of a leap year.
  ['1403/12/30 12:00:00', '2025-03-20T08:30:00.000Z'],
])('%s is %s', (text, iso) => expect(momentOf(text)?.toISOString()).toBe(iso))

test.each(['', 'Alive', '1404/12/30', '1405/13/01', '1405/9/5', '2026-25-11T00:00:00Z'])('«%s» is no moment', (text) =>
  expect(momentOf(text)).toBeNull(),
)

test.each([
  [14050904, '1405-09-04'],
  ['1405/09/04', '1405-09-04'],
  ['2025-12-31', null],
  [null, null],
])('%s is the day %s', (value, day) => expect(jalaliDayOf(value)).toBe(day))
