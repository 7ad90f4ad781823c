import { expect, test } from 'vitest'
import { ItemDraft, isDrug } from './item.ts'
import { quantityFor, readBack, serviceReadBack } from './read-back.ts'

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

const service = { key: '0199c0de-0000-7000-8000-000000000101', code: '802000', quantity: 1, note: '' }

test.each([
  [{ kind: 'lab' }, ''],
  [{ kind: 'lab', quantity: 3 }, '۳ بار'],
  [{ kind: 'imaging', quantity: null }, ''],
  [{ kind: 'physiotherapy', quantity: 1 }, '۱ جلسه'],
  [{ kind: 'physiotherapy', quantity: 10 }, '۱۰ جلسه'],
  [{ kind: 'device', quantity: 2 }, '۲ عدد'],
  [{ kind: 'physician-service', doneBy: 'orderer' }, 'انجام به دست تجویزگر'],
  [{ kind: 'nursing', quantity: 5, doneBy: 'another' }, '۵ بار، انجام نزد ارائه‌دهندهٔ دیگر'],
  [{ kind: 'dental', tooth: '36' }, 'دندان ۳۶ (آسیای بزرگ اول پایین چپ)'],
  [{ kind: 'dental', tooth: '55', quantity: 2 }, 'دندان ۵۵ (آسیای دوم شیری بالا راست)، ۲ بار'],
  [{ kind: 'dental', tooth: null }, ''],
])('%j says beyond its name «%s»', (said, words) => {
  const it = ItemDraft.parse({ ...service, ...said })
  expect(isDrug(it) ? null : serviceReadBack(it)).toBe(words)
})
