import { expect, test } from 'vitest'
import { foldPersian, toLatinDigits, toPersianDigits } from './text.ts'

test.each([
  ['۱۲۳', '123'],
  ['٤٥٦', '456'],
  ['کد ۰۰۴۱', 'کد 0041'],
  ['9۹٩', '999'],
])('digits of %s are read as %s', (given, read) => expect(toLatinDigits(given)).toBe(read))

test('digits are shown in Persian', () => expect(toPersianDigits('12٣')).toBe('۱۲۳'))

test.each([
  ['علي كريمي', 'علی کریمی'],
  ['می\u200cشود', 'می\u200cشود'],
  [' دو   فاصله ', 'دو فاصله'],
  ['مُحَمَّد', 'محمد'],
  ['کتـــاب', 'کتاب'],
  ['\u200cآغاز', 'آغاز'],
])('%j is folded to %j', (given, folded) => expect(foldPersian(given)).toBe(folded))
