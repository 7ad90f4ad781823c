const COLUMNS = /** @type {const} */ (['id', 'what', 'ours', 'theirs', 'budget'])

/** Prints one line a budget and answers the exit code. @param {import('../../packages/shared/src/testing/measure.ts').Verdict[]} verdicts */
export function printVerdicts(verdicts) {
  const head = { id: '', what: '', ours: 'ours', theirs: 'theirs', budget: 'budget' }
  const widths = COLUMNS.map((column) => Math.max(...[head, ...verdicts].map((it) => it[column].length)))
  /** @param {typeof head} it */
  const line = (it) => COLUMNS.map((column, at) => it[column].padEnd(widths[at] ?? 0)).join('  ')
  console.log(`\n  ${line(head)}`)
  for (const verdict of verdicts) console.log(`${verdict.isMet ? '✓' : '✗'} ${line(verdict)}`)
  const missed = verdicts.filter(({ isMet }) => !isMet)
  console.log(`\n${verdicts.length - missed.length} kept, ${missed.length} missed`)
  return missed.length === 0 ? 0 : 1
}
