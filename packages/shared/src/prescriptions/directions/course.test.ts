import { expect, test } from 'vitest'
import { amountOfCourse, daysOfCourse, isFarFrom, offerFor } from './course.ts'
import { byWeight, doseHolding } from './strength.ts'
import { terms } from './testing/terms.ts'

const plain = { form: 'قرص', strength: '500 mg', dose: '1', doseUnit: 'قرص', frequency: 'TID' as string | null, durationDays: 7 as number | null }
const syrup = { ...plain, form: 'شربت', strength: '120 mg/5 mL', dose: '5', doseUnit: 'میلی‌لیتر' }

test.each([
  ['a course', plain, { quantity: 21, pack: null }],
  ['halves, rounded up', { ...plain, dose: '0.5', durationDays: 5 }, { quantity: 8, pack: null }],
  ['alternate days', { ...plain, frequency: 'QOD', durationDays: 30 }, { quantity: 15, pack: null }],
  ['once a week', { ...plain, frequency: 'QW', durationDays: 28 }, { quantity: 4, pack: null }],
  ['once a month', { ...plain, frequency: 'QM', durationDays: 30 }, { quantity: 1, pack: null }],
  ['a taper', { ...plain, dose: '8', frequency: 'QD', durationDays: 3, then: [{ dose: '6', frequency: 'QD', durationDays: 3 }, { dose: '4', frequency: 'QD', durationDays: 3 }] }, { quantity: 54, pack: null }],
  ['amounts by the time of day', { ...plain, frequency: null, byTime: { morning: '1', noon: '0', evening: '0', night: '2' }, durationDays: 10 }, { quantity: 30, pack: null }],
  ['bottles', syrup, { quantity: 2, pack: 'شیشهٔ ۱۰۰ میلی‌لیتری' }],
  ['spoons out of bottles', { ...syrup, dose: '1', doseUnit: 'قاشق غذاخوری' }, { quantity: 3, pack: 'شیشهٔ ۱۰۰ میلی‌لیتری' }],
  ['an inhaler', { ...plain, form: 'اسپری استنشاقی', dose: '2', doseUnit: 'پاف', frequency: 'BID', durationDays: 60 }, { quantity: 2, pack: 'اسپری ۲۰۰ پافی' }],
  ['a pen', { ...plain, form: 'قلم', strength: '100 U/mL', dose: '20', doseUnit: 'واحد', frequency: 'HS', durationDays: 30 }, { quantity: 2, pack: 'قلم ۳۰۰ واحدی' }],
  ['a tube', { ...plain, form: 'کرم', dose: '2', doseUnit: 'گرم', frequency: 'BID', durationDays: 10 }, { quantity: 2, pack: 'تیوب ۳۰ گرمی' }],
  ['a pen of another strength', { ...plain, form: 'قلم', strength: '300 U/mL', dose: '20', doseUnit: 'واحد' }, null],
  ['drops, of which nobody knows the bottle', { ...plain, form: 'قطره چشمی', doseUnit: 'قطره' }, null],
  ['no end', { ...plain, durationDays: null }, null],
  ['as directed', { ...plain, frequency: 'ASDIR' }, null],
  ['a last step without end', { ...plain, then: [{ dose: '1', frequency: 'QD', durationDays: null }] }, null],
])('%s', (_, it, offer) => expect(offerFor(it, terms)).toEqual(offer))

test.each([
  ['a plain course', plain, 7],
  ['one in steps', { ...plain, then: [{ dose: '1', frequency: 'QD', durationDays: 3 }, { dose: '0.5', frequency: 'QD', durationDays: 2 }] }, 12],
  ['one whose last step has no end', { ...plain, then: [{ dose: '1', frequency: 'QD', durationDays: null }] }, null],
])('%s lasts as long as all its steps', (_, it, days) => expect(daysOfCourse(it)).toBe(days))

test('drops for both eyes are twice as many', () =>
  expect(amountOfCourse({ ...plain, form: 'قطره چشمی', doseUnit: 'قطره', side: 'both' } as typeof plain & { side: 'both' }, terms)).toBe(42))

test.each([
  [21, 21, false],
  [20, 21, false],
  [30, 21, false],
  [10, 21, true],
  [60, 21, true],
  [2, 1, false],
])('%d written where %d are needed is far from it: %s', (written, quantity, isIt) => expect(isFarFrom(written, { quantity, pack: null })).toBe(isIt))

test.each([
  [250, 'قرص', '500 mg', '0.5'],
  [1000, 'قرص', '0.5 g', '2'],
  [240, 'میلی‌لیتر', '120 mg/5 mL', '10'],
  [0.05, 'قرص', '50 mcg', '1'],
  [123, 'قرص', '500 mg', null],
  [250, 'قرص', '500 mg/125 mg', null],
  [250, 'میلی‌لیتر', '500 mg', null],
])('%d mg in %s of %s are %s', (milligrams, unit, strength, dose) => expect(doseHolding(milligrams, { unit, strength })).toBe(dose))

test('what is written comes to so much a kilogram a day', () =>
  expect(byWeight({ perDay: 15, unit: 'میلی‌لیتر', strength: '250 mg/5 mL', weightKg: 14 })).toBe(53.6))
test('of two substances no one sum is made', () => expect(byWeight({ perDay: 3, unit: 'قرص', strength: '500 mg/125 mg', weightKg: 14 })).toBeNull())
test.each([null, 0, Number.NaN])('of %s a day no sum by weight is made', (perDay) =>
  expect(byWeight({ perDay, unit: 'قرص', strength: '500 mg', weightKg: 14 })).toBeNull())
