import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatJalali } from '../calendar.ts'
import { isNationalCode } from '../identifiers.ts'
import { toPersianDigits } from '../text.ts'
import { recognise } from './recognise.ts'
import { PatientQuery } from './search.ts'

const now = Date.parse('2026-11-25T09:00:00Z')
const read = (typed: string) => recognise(typed, now)
const birth = (from: string, until: string) => ({ as: 'query', query: { by: 'birth', from, until } })
const phone = (number: string) => ({ as: 'query', query: { by: 'phone', phone: number } })
const names = (...all: string[]) => ({ as: 'query', query: { by: 'name', names: all } })
const id = (kind: string, value: string) => ({ as: 'identity', identity: { kind, value } })

test.each([
  ['۱۳۸۴۹۵۰۶۱۳', id('national-code', '1384950613')],
  ['138-495061-3', id('national-code', '1384950613')],
  ['138 4950 613', id('national-code', '1384950613')],
  ['٠٠٢٨٣٧٤٦٥٧', id('national-code', '0028374657')],
  ['104928375610', id('fida', '104928375610')],
  ['um140500000127', id('unique-id', 'UM140500000127')],
  ['1384950614', { as: 'wrong-code' }],
  ['1384', birth('2005-03-21', '2006-03-21')],
  ['۱۳۶۹', birth('1990-03-21', '1991-03-21')],
  ['۱۳۶۹/۴', birth('1990-06-22', '1990-07-23')],
  ['۱۳۶۹/۱۲', birth('1991-02-20', '1991-03-21')],
  ['۱۳۶۹/۰۴/۱۲', birth('1990-07-03', '1990-07-04')],
  ['1369.4.12', birth('1990-07-03', '1990-07-04')],
  ['13690412', birth('1990-07-03', '1990-07-04')],
  ['13990001', { as: 'digits', count: 8 }],
  ['1399/13/1', { as: 'nothing' }],
  ['1450', { as: 'digits', count: 4 }],
  ['09124417733', phone('09124417733')],
  ['۰۹۱۲ ۴۴۱ ۷۷۳۳', phone('09124417733')],
  ['9124417733', phone('09124417733')],
  ['+989124417733', phone('09124417733')],
  ['00989124417733', phone('09124417733')],
  ['02188776655', phone('02188776655')],
  ['138495', { as: 'digits', count: 6 }],
  ['12345678901', { as: 'nothing' }],
  ['احمدی', names('احمدی')],
  ['زهرا احمدی‌فر', names('زهرا احمدی‌فر')],
  ['hpln', names('hpln', 'احمد')],
  ['Smith', names('Smith', 'سپهفا')],
  ['م', { as: 'nothing' }],
  ['', { as: 'nothing' }],
  ['   ', { as: 'nothing' }],
  ['؟؟', { as: 'nothing' }],
])('%j is read as it was meant', (typed, expected) => expect(read(typed)).toEqual(expected))

test('a national code is a national code in whatever digits, spaces and dashes', () => {
  const joint = fc.constantFrom('', ' ', '-', '\u200c')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.boolean(), joint, (number, isPersian, mark) => {
      const nine = String(number).padStart(9, '0')
      const code = Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find(isNationalCode)
      fc.pre(code !== undefined)
      const typed = `${code.slice(0, 3)}${mark}${code.slice(3)}`
      expect(read(isPersian ? toPersianDigits(typed) : typed)).toEqual(id('national-code', code))
    }),
  )
})

test('a birth date as it is shown is read as that day', () => {
  const day = fc.date({ min: new Date('1925-01-01T12:00:00Z'), max: new Date('2026-11-24T12:00:00Z'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (at) => {
      const iso = new Date(at.getTime() - (at.getTime() % 86_400_000) + 43_200_000).toISOString()
      expect(read(formatJalali(iso))).toMatchObject({ query: { by: 'birth', from: iso.slice(0, 10) } })
    }),
  )
})

test('whatever is read as a query is one that the server takes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'0123456789۱۲۳/.-+ ') })), (typed) => {
      const read = recognise(typed, now)
      if (read.as === 'query') expect(PatientQuery.parse(read.query)).toEqual(read.query)
    }),
    { numRuns: 500 },
  )
})
