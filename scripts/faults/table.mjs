/**
 * One service in one fault, as its test told it.
 * @typedef {{ row: string, kind: string, outcome: string, sentence: string, isAsExpected: boolean }} Cell
 */

/**
 * The table of the faults, and whether it may be believed: it may not where a test failed, the run broke off, or nothing was
 * tried at all.
 * @param {readonly Cell[]} cells
 * @param {{ isWhole: boolean, failed: number }} run `failed` counts every failed test, those that are no cell too
 * @returns {{ text: string, isSound: boolean }}
 */
export function tableOf(cells, { isWhole, failed }) {
  const rows = [...Map.groupBy(cells, (it) => it.row)].map(([row, ofRow]) => [row, ...linesOf(ofRow)].join('\n'))
  const wrong = cells.filter((it) => !it.isAsExpected).length
  const faults = [
    ...(cells.length === 0 ? ['no cell was tried'] : []),
    ...(isWhole ? [] : ['the run did not come to its end']),
    ...(wrong > 0 ? [`${wrong} not as expected`] : []),
    ...(failed > wrong ? [`${failed - wrong} other tests failed`] : []),
  ]
  const verdict = faults.length === 0 ? 'all as expected' : `✗ ${faults.join(', ')}`
  return { text: [...rows, `${cells.length} cells, ${verdict}`].join('\n\n'), isSound: faults.length === 0 }
}

/** @param {readonly Cell[]} cells */
function linesOf(cells) {
  const widest = Math.max(...cells.map((it) => it.outcome.length))
  return cells.map(({ kind, outcome, sentence, isAsExpected }) =>
    `  ${isAsExpected ? ' ' : '✗'} ${kind.padEnd(8)} ${outcome.padEnd(widest)}  ${sentence}`.trimEnd())
}
