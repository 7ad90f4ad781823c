import { expect, test } from 'vitest'
import { chooseCoverage } from './choose-coverage.ts'
import type { OverlapRule } from './overlap-rules.ts'
import type { Coverage } from './port.ts'

const today = '2026-11-25'
const rule: OverlapRule = { name: 'rule', from: '2026-01-01', source: 'test', funds: [['1', '26.1'], ['26.3']] }

const coverage = (insurer: Coverage['insurer'], box: string, validUntil = '2027-03-20', isValid = true): Coverage => ({
  insurer, title: '', box: { code: box, title: '' }, validUntil, isValid, supplementary: null,
})
const choose = (...coverages: Coverage[]) => chooseCoverage(coverages, today, [rule])

test.each([
  ['its fund goes before, whatever the order and the end', [coverage('salamat', '26.3', '2030-01-01'), coverage('tamin', '1')], 'tamin', 'fund'],
  ['it holds longer where the funds are equal', [coverage('salamat', '26.1'), coverage('tamin', '1', '2027-05-20')], 'tamin', 'validity'],
  ['the service told it first where nothing sets them apart', [coverage('tamin', '1'), coverage('salamat', '26.1')], 'tamin', 'order'],
  ['a fund that the rule does not name stands behind', [coverage('armed-forces', '77'), coverage('salamat', '26.3')], 'salamat', 'fund'],
] as const)('%s', (_why, coverages, used, decidedBy) => {
  expect(choose(...coverages)).toEqual({ used, choice: { rule: 'rule', decidedBy } })
})

test('a lapsed coverage does not take part', () =>
  expect(choose(coverage('tamin', '1', '2026-01-01', false), coverage('salamat', '26.3'))).toEqual({ used: 'salamat', choice: null }))

test('nobody is chosen where nothing is valid', () =>
  expect(choose(coverage('tamin', '1', '2026-01-01', false))).toEqual({ used: null, choice: null }))

test('the rule of the day counts, not an older one and not one to come', () => {
  const rules = [{ ...rule, name: 'old', from: '2020-01-01' }, rule, { ...rule, name: 'to come', from: '2027-01-01' }]
  expect(chooseCoverage([coverage('salamat', '26.3'), coverage('tamin', '1')], today, rules).choice?.rule).toBe('rule')
})
