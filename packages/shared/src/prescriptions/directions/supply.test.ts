import { expect, test } from 'vitest'
import { supplyInWords } from './supply.ts'

test.each([
  [{}, ''],
  [{ noSubstitution: true as const }, 'جایگزین نشود'],
  [{ indication: { code: 'J02', title: 'فارنژیت' }, repeats: 3, activeFrom: '1405-10-01', compound: 2 }, 'برای فارنژیت، ۳ بار تحویل، تحویل از ۱۴۰۵/۱۰/۰۱، جزء ترکیب ۲'],
])('%j is said as «%s»', (it, words) => expect(supplyInWords(it)).toBe(words))
