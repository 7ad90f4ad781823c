import type { ServiceMonth } from '@noskhe/shared/status/contract'
import { expect, test } from 'vitest'
import { csvName, reportCsv } from './report-csv.ts'

const siam: ServiceMonth = {
  service: 'siam', title: 'سیام', answered: 8, timedOut: 1, broken: 0, busy: 0, refused: 1, unreadable: 0, heldBack: 4, medianMs: 210, p95Ms: 900,
}
const report = (...services: ServiceMonth[]) => ({ year: 1405, month: 9, measuredSince: '2026-11-21T20:30:00.000Z', services })
const lines = (csv: string) => csv.slice(1).split('\r\n')

test('a service is a line in Latin digits under a Persian head, after the mark by which Excel knows UTF-8', () => {
  const csv = reportCsv(report(siam))
  expect(csv.codePointAt(0)).toBe(0xfeff)
  expect(lines(csv)[0]).toMatch(/^ماه,اندازه‌گیری از,سرویس,/)
  expect(lines(csv)[1]).toBe('1405/09,2026-11-21T20:30:00.000Z,سیام,siam,10,8,1,0,0,1,0,4,90.000,20.000,210,900')
})

test('what was not measured is empty, not zero', () => {
  const unasked = { ...siam, answered: 0, timedOut: 0, refused: 0, medianMs: null, p95Ms: null }
  expect(lines(reportCsv(report(unasked)))[1]).toMatch(/,4,,,,$/)
})

test('a comma or a quote in a name stays in its cell', () => {
  expect(lines(reportCsv(report({ ...siam, title: 'بیمهٔ "الف", ب' })))[1]).toContain(',"بیمهٔ ""الف"", ب",siam,')
})

test('the file is named by its month', () => {
  expect(csvName(report())).toBe('noskhe-sla-1405-09.csv')
})
