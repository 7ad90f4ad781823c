import { fork } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../set-up/run.mjs'
import { runCommand, Stop } from '../say.mjs'
import { printVerdicts } from './table.mjs'

/** @typedef {import('../../packages/shared/src/testing/measure.ts').Verdict} Verdict */

await runCommand(async () => {
  const [asked = ''] = process.argv.slice(2)
  const files = globSync('{apps,packages}/*/src/**/*.bench.ts', { cwd: ROOT }).filter((file) => file.includes(asked)).sort()
  if (files.length === 0) throw new Stop(`هیچ پروندهٔ ‎*.bench.ts‎ با «${asked}» نیست.`)
  const verdicts = []
  // One after another, each in a process of its own: what one leaves in memory does not weigh on the next.
  for (const file of files) verdicts.push(...(await run(file)))
  return printVerdicts(verdicts)
})
if (process.connected) process.disconnect()

/** @param {string} file @returns {Promise<Verdict[]>} */
function run(file) {
  console.log(`▸ ${file}`)
  const execArgv = ['--expose-gc', '--disable-warning=ExperimentalWarning']
  const child = fork(join(import.meta.dirname, 'run-one.mjs'), [join(ROOT, file)], { execArgv })
  return new Promise((resolve, reject) => {
    child.once('message', (verdicts) => resolve(/** @type {Verdict[]} */ (verdicts)))
    child.once('exit', (code) => reject(new Stop(`${file} با کد ${code} پایان یافت و چیزی نگفت.`)))
  })
}
