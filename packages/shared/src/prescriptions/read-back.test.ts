import { expect, test } from 'vitest'
import { quantityFor, readBack } from './read-back.ts'

const terms = [
  { kind: 'freq', code: 'TID', fa: 'روزی سه بار (هر ۸ ساعت)' },
  { kind: 'instr', code: 'PC', fa: 'بعد از غذا' },
] as const
const plain = { dose: '1', doseUnit: 'قرص', frequency: 'TID', durationDays: 7, instructions: [], asNeeded: false }

test.each([
  [plain, 'یک قرص، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز'],
  [{ ...plain, dose: '0.5', instructions: ['PC'] }, 'نصف قرص، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز، بعد از غذا'],
  [{ ...plain, dose: '2.5', doseUnit: 'میلی‌لیتر', durationDays: null, asNeeded: true }, '۲٫۵ میلی‌لیتر، روزی سه بار (هر ۸ ساعت)، در صورت نیاز'],
  [{ ...plain, frequency: null, durationDays: null }, 'یک قرص'],
])('%j reads as a colleague would say it', (item, words) => expect(readBack(item, terms)).toBe(words))

test.each([
  ['1', 7, 3, 21],
  ['0.5', 5, 3, 8],
  ['1', 30, 0.143, 5],
  ['1', null, 3, null],
  ['1', 7, null, null],
] as const)('%s a time for %s days at %s a day needs %s', (dose, durationDays, times, units) =>
  expect(quantityFor({ dose, durationDays }, times)).toBe(units),
)
