import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * What a runner's JSON report counts. A run that ended badly without a failed test (a file that could not be loaded, an
 * error outside every test) counts as one failure, as does a report that is missing.
 * @param {string} file
 * @param {(report: any) => Tally} read
 * @param {number} exitCode of the runner
 * @returns {Tally}
 */
export function tallyOf(file, read, exitCode) {
  const counted = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 }
  const isUntold = counted.failed === 0 && (exitCode !== 0 || !existsSync(file))
  return isUntold ? { ...counted, failed: 1 } : counted
}

/** @param {any} report @returns {Tally} */
export const readVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
})

/** A test that passed only when tried again is a failure here. @param {any} report @returns {Tally} */
export const readPlaywright = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
})

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  return total
}
