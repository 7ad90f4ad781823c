import type { MissingCode } from '@noskhe/shared/terminology/contract'
import { expect, test } from 'vitest'
import { missingCodesCsv } from './missing-codes-csv.ts'

const row = (wording: string): MissingCode => ({
  wording, kinds: ['drug', 'device'], times: 3, people: 2, firstReportedAt: '2026-11-25T08:00:00.000Z', lastReportedAt: '2026-11-25T09:00:00.000Z',
})
const cellOf = (wording: string) => missingCodesCsv([row(wording)]).split('\r\n')[1]?.replace(/,drug device,3,2,.*$/, '')

test.each([
  ['vibegron 75', 'vibegron 75'],
  ['الف، ب', 'الف، ب'],
  ['a, b', '"a, b"'],
  ['5" tube', '"5"" tube"'],
  ['=1+1', "'=1+1"],
  ['@sum(a1)', "'@sum(a1)"],
])('«%s» stands as %s', (wording, written) => {
  expect(cellOf(wording)).toBe(written)
})

test('a spreadsheet knows the file for Persian', () => {
  expect(missingCodesCsv([]).codePointAt(0)).toBe(0xfeff)
})
