import { expect, test } from 'vitest'
import { ageWords } from './age-words.ts'

test.each([
  ['1990-07-03', '۳۶ ساله'],
  ['2024-11-20', '۲ ساله'],
  ['2025-11-20', '۱۲ ماهه'],
  ['2026-10-20', '۱ ماهه'],
  ['2026-11-16', '۹ روزه'],
  ['2026-11-25', '۰ روزه'],
])('born on %s she is %s', (birthDate, words) => {
  expect(ageWords(birthDate, Date.parse('2026-11-25T09:00:00Z'))).toBe(words)
})
