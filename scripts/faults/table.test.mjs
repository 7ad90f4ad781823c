import { expect, test } from 'vitest'
import { tableOf } from './table.mjs'

const cell = { row: 'siam.centre ← siam', kind: 'hang', outcome: 'timed-out', sentence: 'سامانهٔ ملی در زمان خود پاسخ نداد.', isAsExpected: true }
const ended = { isWhole: true, failed: 0 }

test('what is as expected is printed by row, with its sentence', () => {
  const { text, isSound } = tableOf([cell, { ...cell, kind: 'delay', outcome: 'answered', sentence: '' }], ended)
  expect(isSound).toBe(true)
  expect(text.split('\n')).toEqual([
    'siam.centre ← siam',
    '    hang     timed-out  سامانهٔ ملی در زمان خود پاسخ نداد.',
    '    delay    answered',
    '',
    '2 cells, all as expected',
  ])
})

test.each([
  ['nothing was tried', [], ended, 'no cell was tried'],
  ['it broke off', [cell], { isWhole: false, failed: 0 }, 'the run did not come to its end'],
  ['a cell is another', [cell, { ...cell, isAsExpected: false }], { isWhole: true, failed: 1 }, '1 not as expected'],
  ['only a rule about the whole failed', [cell], { isWhole: true, failed: 2 }, '2 other tests failed'],
])('where %s the table is not sound and says so', (_, cells, run, word) => {
  const { text, isSound } = tableOf(cells, run)
  expect(isSound).toBe(false)
  expect(text).toContain(word)
  expect(text).not.toContain('all as expected')
})

test('a wrong cell is marked', () => {
  expect(tableOf([{ ...cell, isAsExpected: false }], { isWhole: true, failed: 1 }).text).toContain('✗ hang')
})
