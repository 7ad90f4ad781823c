import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPlaywright, readVitest, sum, tallyOf } from './tally.mjs'

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 }
/** @type {string} */
let folder
/** @type {string} */
let report

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'noskhe-tally-'))
  report = join(folder, 'report.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('passed, failed and skipped are taken from the report', () => {
  writeFileSync(report, JSON.stringify({ ...vitest, numFailedTests: 2 }))
  expect(tallyOf(report, readVitest, 1)).toEqual({ passed: 7, failed: 2, skipped: 1 })
})

test('a run that ended badly without a failed test counts as a failure', () => {
  writeFileSync(report, JSON.stringify(vitest))
  expect(tallyOf(report, readVitest, 1)).toMatchObject({ failed: 1 })
})

test('a run without a report counts as a failure, even one that says it went well', () => {
  expect(tallyOf(report, readVitest, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a browser test that passed only at the second try counts as failed', () => {
  const tally = readPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } })
  expect(tally).toEqual({ passed: 3, failed: 2, skipped: 0 })
})

test('runners are summed', () => {
  expect(sum([{ passed: 3, failed: 0, skipped: 1 }, { passed: 4, failed: 2, skipped: 0 }])).toEqual({ passed: 7, failed: 2, skipped: 1 })
})
