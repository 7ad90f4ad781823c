import { expect, test } from 'vitest'
import { recognise } from './recognise.ts'

test.each([
  ['۱۳۸۴۹۵۰۶۱۳', ['national-code', 'hid', 'tracking-code']],
  ['1384950614', ['hid', 'tracking-code']],
  ['104928375610', ['fida', 'tracking-code']],
  ['12345678901', ['tracking-code']],
  ['00903', ['tracking-code']],
  ['12345ab6cd', ['hid', 'tracking-code']],
  ['1234567890123456', ['hid', 'tracking-code']],
  ['آب', []],
  ['', []],
])('%j can be %j', (typed, kinds) => expect(recognise(typed).kinds).toEqual(kinds))
