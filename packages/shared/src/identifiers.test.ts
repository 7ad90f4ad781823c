import { expect, test } from 'vitest'
import { Hid, Identity, NationalCode, PackUid, isNationalCode } from './identifiers.ts'

test.each(['0041827368', '1384950613', '0000000019'])('%s is a national code', (code) => expect(isNationalCode(code)).toBe(true))
test.each(['0041827367', '1111111111', '004182736', '00418273680', 'abcdefghij', ''])('%j is not a national code', (code) =>
  expect(isNationalCode(code)).toBe(false),
)
test.each(['۰۰۴۱۸۲۷۳۶۸', '004-182736-8', '٠٠٤١٨٢٧٣٦٨', ' 0041827368 '])('%s is read as the same national code', (typed) =>
  expect(NationalCode.parse(typed)).toBe('0041827368'),
)
test('a wrong check digit names the field, not the number', () => {
  expect(NationalCode.safeParse('0041827367').error?.issues[0]?.message).toBe('national-code')
})
test('a FIDA id has twelve digits', () => {
  expect(Identity.safeParse({ kind: 'fida', value: '10492837561' }).success).toBe(false)
  expect(Identity.parse({ kind: 'fida', value: '۱۰۴۹۲۸۳۷۵۶۱۰' }).value).toBe('104928375610')
})
test('a HID is read in capitals', () => expect(Hid.parse('12345ab6cd')).toBe('12345AB6CD'))
test('a pack UID may be typed in groups', () => expect(PackUid.parse('12345 0000 11112222333')).toBe('12345000011112222333'))
