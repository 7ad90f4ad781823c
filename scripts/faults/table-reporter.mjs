/** A vitest reporter: the matrix of `faults.test.ts` as a table, with a mark where a cell is not what it must be. */
export default class FaultTable {
  onTestRunEnd(modules) {
    const cells = modules.flatMap((module) => [...module.children.allTests()]).flatMap((test) => {
      const { cell } = test.meta()
      return cell ? [{ ...cell, isAsExpected: test.result().state === 'passed' }] : []
    })
    for (const [row, ofRow] of Map.groupBy(cells, (it) => it.row)) {
      console.log(`\n${row}`)
      const widest = Math.max(...ofRow.map((it) => it.outcome.length))
      for (const { kind, outcome, sentence, isAsExpected } of ofRow) {
        console.log(`  ${isAsExpected ? ' ' : '✗'} ${kind.padEnd(8)} ${outcome.padEnd(widest)}  ${sentence}`)
      }
    }
    const wrong = cells.filter((it) => !it.isAsExpected).length
    console.log(`\n${cells.length} cells, ${wrong === 0 ? 'all as expected' : `${wrong} not as expected`}\n`)
  }
}
