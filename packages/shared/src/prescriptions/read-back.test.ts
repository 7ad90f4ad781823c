import { expect, test } from 'vitest'
import { ItemDraft, isDrug } from './item.ts'
import { readBack, serviceReadBack } from './read-back.ts'

const terms = [
  { kind: 'freq', code: 'TID', fa: 'روزی سه بار (هر ۸ ساعت)' },
  { kind: 'freq', code: 'QD', fa: 'روزی یک بار' },
  { kind: 'instr', code: 'PC', fa: 'بعد از غذا' },
] as const
const plain = { dose: '1', doseUnit: 'قرص', frequency: 'TID', durationDays: 7, instructions: [], asNeeded: false }

test.each([
  [plain, 'یک قرص، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز'],
  [{ ...plain, dose: '0.5', instructions: ['PC'] }, 'نصف قرص، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز، بعد از غذا'],
  [{ ...plain, dose: '2.5', doseUnit: 'میلی‌لیتر', durationDays: null, asNeeded: true }, '۲٫۵ میلی‌لیتر، روزی سه بار (هر ۸ ساعت)، در صورت نیاز'],
  [{ ...plain, frequency: null, durationDays: null }, 'یک قرص'],
  [{ ...plain, asNeeded: true, neededFor: 'درد', mostPerDay: '4' }, 'یک قرص، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز، در صورت نیاز (درد)، حداکثر روزی چهار قرص'],
  [{ ...plain, frequency: null, dose: '2', byTime: { morning: '1', noon: '0', evening: '0', night: '2' } }, 'صبح یک قرص و شب دو قرص، به مدت ۷ روز'],
  [
    { ...plain, dose: '8', frequency: 'QD', durationDays: 3, then: [{ dose: '6', frequency: 'QD', durationDays: 3 }], instructions: ['PC'] },
    '۸ قرص، روزی یک بار، به مدت ۳ روز؛ سپس ۶ قرص، روزی یک بار، به مدت ۳ روز؛ بعد از غذا',
  ],
  [{ ...plain, dose: '2', doseUnit: 'قطره', side: 'both' as const, form: 'قطره چشمی' }, 'دو قطره، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز، در هر دو چشم'],
  [{ ...plain, doseUnit: 'پاف', side: 'right' as const, form: 'اسپری بینی' }, 'یک پاف، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز، در سوراخ راست بینی'],
])('%j reads as a colleague would say it', (item, words) => expect(readBack(item, terms)).toBe(words))

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
  [{ kind: 'dental', needsTooth: true, tooth: '36' }, 'دندان ۳۶ (آسیای بزرگ اول پایین چپ)'],
  [{ kind: 'dental', needsTooth: true, tooth: '55', quantity: 2 }, 'دندان ۵۵ (آسیای دوم شیری بالا راست)، ۲ بار'],
  [{ kind: 'dental', needsTooth: true, tooth: null }, ''],
])('%j says beyond its name «%s»', (said, words) => {
  const it = ItemDraft.parse({ ...service, ...said })
  expect(isDrug(it) ? null : serviceReadBack(it)).toBe(words)
})
