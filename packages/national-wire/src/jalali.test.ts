import { describe, expect, test } from 'vitest'
import { gregorianDay, jalaliDay, jalaliOfGregorian } from './jalali.ts'

describe('Jalali days', () => {
  test.each([
    ['1405-09-04', '2026-11-25'],
    ['1403-12-30', '2025-03-20'],
    ['1404-01-01', '2025-03-21'],
    ['1398-09-20', '2019-12-11'],
    ['1322-02-08', '1943-04-29'],
    ['1405-06-31', '2026-09-22'],
    ['1405-07-01', '2026-09-23'],
  ])('%s is %s', (jalali, gregorian) => {
    expect(gregorianDay(jalali)).toBe(gregorian)
    expect(jalaliOfGregorian(gregorian)).toBe(jalali)
  })

  test.each(['1404-12-30', '1405-13-01', '1405-07-31', 'today'])('%s is not a day', (jalali) => {
    expect(() => gregorianDay(jalali)).toThrow(RangeError)
  })

  test('the day turns at midnight in Tehran, not in UTC', () => {
    expect(jalaliDay(new Date('2026-11-24T20:29:00Z'))).toBe('1405-09-03')
    expect(jalaliDay(new Date('2026-11-24T20:31:00Z'))).toBe('1405-09-04')
  })
})
