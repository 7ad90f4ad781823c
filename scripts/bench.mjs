import { fork } from 'node:child_process'
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from './set-up/run.mjs'
import { prepare } from './set-up/prepare.mjs'
import { runCommand, Stop } from './say.mjs'
import { printVerdicts } from './bench/table.mjs'

/**
 * `npm run bench`: measures what is held to a budget (`*.bench.ts`) beside something in the same run, prints the table and
 * fails where a budget is missed. `npm run bench -- search` runs only the files whose path has these letters.
 */
await runCommand(async () => {
  await prepare(['generate'])
  const asked = process.argv[2] ?? ''
  const files = globSync('{apps,packages}/*/src/**/*.bench.ts', { cwd: ROOT }).filter((file) => file.includes(asked)).sort()
  if (files.length === 0) throw new Stop(`هیچ پروندهٔ ‎*.bench.ts‎ با «${asked}» نیست.`)
  const verdicts = []
  // One after another, each in a process of its own: what one leaves in memory does not weigh on the next.
  for (const file of files) verdicts.push(...(await run(join(ROOT, file))))
  return printVerdicts(verdicts)
})

/** @param {string} file @returns {Promise<import('../packages/shared/src/testing/measure.ts').Verdict[]>} */
function run(file) {
  console.log(`▸ ${relative(ROOT, file)}`)
  const execArgv = ['--expose-gc', '--disable-warning=ExperimentalWarning']
  const child = fork(join(import.meta.dirname, 'bench/run-one.mjs'), [file], { execArgv })
  return new Promise((resolve, reject) => {
    child.once('message', (verdicts) => resolve(/** @type {import('../packages/shared/src/testing/measure.ts').Verdict[]} */ (verdicts)))
    child.once('exit', (code) => reject(new Stop(`${relative(ROOT, file)} با کد ${code} پایان یافت و چیزی نگفت.`)))
  })
}
