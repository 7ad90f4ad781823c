import { tableOf } from './table.mjs'

/** @typedef {import('vitest/node').Reporter} Reporter */

/**
 * A vitest reporter: the matrix of `faults.test.ts` as a table. A run whose table is not sound ends with exit code 1.
 * @implements {Reporter}
 */
export default class FaultTable {
  /** @type {NonNullable<Reporter['onTestRunEnd']>} */
  onTestRunEnd(modules, errors, reason) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const isPassed = (/** @type {(typeof tests)[number]} */ test) => test.result().state === 'passed'
    const cells = tests.flatMap((test) => {
      const { cell } = /** @type {{ cell?: Omit<import('./table.mjs').Cell, 'isAsExpected'> }} */ (test.meta())
      return cell ? [{ ...cell, isAsExpected: isPassed(test) }] : []
    })
    const isWhole = reason !== 'interrupted' && errors.length === 0 && modules.every((module) => module.errors().length === 0)
    const { text, isSound } = tableOf(cells, { isWhole, failed: tests.filter((test) => !isPassed(test)).length })
    console.log(`\n${text}\n`)
    const failures = [...errors, ...modules.flatMap((module) => module.errors()), ...tests.flatMap((test) => test.result().errors ?? [])]
    for (const message of new Set(failures.map((it) => it.message))) console.error(message)
    if (!isSound) process.exitCode = 1
  }
}
