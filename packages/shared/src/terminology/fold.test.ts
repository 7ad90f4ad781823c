import { expect, test } from 'vitest'
import { fold, wordsOf } from './fold.ts'
import { onOtherKeyboard } from './keyboard.ts'
import { strengthNumbers, unitWords } from './strength.ts'

test.each([
  ['كاپتوپريل', 'کاپتوپریل'],
  ['آسپِرین', 'اسپرین'],
  ['مسؤول أ إ ة', 'مسوول ا ا ه'],
  ['ﻣﺘﻔﻮﺭﻣﯿﻦ', 'متفورمین'],
  ['Médrol', 'medrol'],
  ['۵۰۰٪', '500 %'],
  ['٠٫٥ mg', '0.5 mg'],
  ['1,200,000 IU', '1200000 iu'],
  ['500mg/125mg', '500 mg 125 mg'],
  ['.25', '0.25'],
  ['۰/۵', '0.5'],
  ['10/20', '10 20'],
  ['0.5 µg', '0.5 mcg'],
  ['ب۱۲', 'ب12'],
  ['  (FBS)، ', 'fbs'],
])('"%s" folds to "%s"', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test.each([
  ['آموکسی‌سیلین', ['اموکسیسیلین', 'اموکسی', 'سیلین']],
  ['D-Vigel', ['dvigel', 'd', 'vigel']],
  ['M.V.I', ['mvi', 'm', 'v', 'i']],
])('%s is one word and its parts', (text, [joined, ...parts]) => {
  expect(wordsOf(text)).toEqual([{ joined, parts }])
})

test('a half-space at an edge joins nothing', () => {
  expect(wordsOf('قرص‌ ‌جویدنی ‌').map((it) => it.joined)).toEqual(['قرص', 'جویدنی'])
})

test.each([
  ['Hl,;sd', 'آموکسی'],
  ['ljt,vldk 500', 'متفورمین 500'],
  ['شپخطه', 'amoxi'],
  ['شئخطه', 'amoxi'],
])('%s was meant as %s', (typed, meant) => {
  expect(onOtherKeyboard(typed)).toBe(meant)
})

test.each(['۵۰۰', '500', '', 'آموکسی cap'])('"%s" says nothing of the keyboard', (typed) => {
  expect(onOtherKeyboard(typed)).toBeNull()
})

test.each([
  ['500 mg', { '500': 'printed' }],
  ['500 mg/125 mg', { '500': 'printed', '125': 'printed', '625': 'equivalent' }],
  ['1 g', { '1': 'printed', '1000': 'equivalent' }],
  ['0.1 mg', { '0.1': 'printed', '100': 'equivalent' }],
  ['50 mcg', { '50': 'printed', '0.05': 'equivalent' }],
  ['250 mg/5 mL', { '250': 'printed', '5': 'volume' }],
  ['1,200,000 IU', { '1200000': 'printed' }],
  ['', {}],
])('the strength "%s" is asked for by its numbers', (strength, numbers) => {
  expect(Object.fromEntries(strengthNumbers(strength).map((it) => [it.value, it.as]))).toEqual(numbers)
})

test('the units of a strength are asked for in both scripts', () => {
  expect(unitWords('250 mg/5 mL')).toEqual(expect.arrayContaining(['mg', 'میلیگرم', 'cc']))
  expect(unitWords('')).toEqual([])
})
