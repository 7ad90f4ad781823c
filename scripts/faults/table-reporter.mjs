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
    const ended = (/** @type {string} */ state) => tests.filter((test) => test.result().state === state)
    const cells = tests.flatMap((test) => {
      const { cell } = /** @type {{ cell?: Omit<import('./table.mjs').Cell, 'isAsExpected'> }} */ (test.meta())
      return cell ? [{ ...cell, isAsExpected: test.result().state === 'passed' }] : []
    })
    const outside = [...errors, ...modules.flatMap((module) => module.errors())]
    const isWhole = reason !== 'interrupted' && outside.length === 0 && tests.length === ended('passed').length + ended('failed').length
    const { text, isSound } = tableOf(cells, { isWhole, failed: ended('failed').length })
    console.log(`\n${text}\n`)
    const failures = [...outside, ...tests.flatMap((test) => test.result().errors ?? [])]
    for (const message of new Set(failures.map((it) => it.message))) console.error(message)
    if (!isSound) process.exitCode = 1
  }
}
