import { expect, test } from 'vitest'
import { formatAgo, formatCount, formatPercent } from './format.ts'

// 14:05 in Tehran on ۱۴۰۵/۰۹/۰۲.
const now = Date.UTC(2026, 10, 23, 10, 35)
const MINUTE = 60_000

test.each([
  [20_000, 'همین حالا'],
  [3 * MINUTE, '۳ دقیقه پیش'],
  [59 * MINUTE, '۵۹ دقیقه پیش'],
  [150 * MINUTE, '۲ ساعت پیش'],
  [14 * 60 * MINUTE, '۱۴ ساعت پیش'],
  [15 * 60 * MINUTE, 'دیروز ۲۳:۰۵'],
  [48 * 60 * MINUTE, '۱۴۰۵/۰۸/۳۰'],
])('%d ms ago', (age, words) => {
  expect(formatAgo(now - age, now)).toBe(words)
})

test('a moment to come is told by its date and clock, not as past', () => {
  expect(formatAgo(now + 30 * MINUTE, now)).toBe('۱۴۰۵/۰۹/۰۲ ۱۴:۳۵')
})

test('counts and percents are Persian', () => {
  expect([formatCount(1200, 'قلم'), formatPercent(70), formatPercent(12.5)]).toEqual(['۱٬۲۰۰ قلم', '۷۰٪', '۱۲٫۵٪'])
})
