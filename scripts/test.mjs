import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stages } from './check/stages.mjs'
import { sum } from './check/tally.mjs'
import { prepare } from './set-up/prepare.mjs'
import { runCommand } from './say.mjs'

/**
 * `npm test`: everything that must hold before a change is taken, stopping at the first stage that fails. The last line
 * counts the tests. `npm test -- --no-browser` leaves out what needs one.
 */
// Ctrl-C reaches the running tool as well; when it has ended, so do we, and leave nothing behind.
process.on('SIGINT', () => {})

const isBrowserWanted = !process.argv.includes('--no-browser')

await runCommand(async () => {
  await prepare(['generate'])
  const workDir = mkdtempSync(join(tmpdir(), 'noskhe-check-'))
  chmodSync(workDir, 0o755) // the database account of root must walk through it
  try {
    return await runStages(stages.filter(({ needsBrowser }) => isBrowserWanted || !needsBrowser), workDir)
  } finally {
    rmSync(workDir, { recursive: true, force: true })
  }
})

/** @param {import('./check/stages.mjs').Stage[]} wanted @param {string} workDir */
async function runStages(wanted, workDir) {
  const tallies = []
  let failedStage = null
  for (const [index, stage] of wanted.entries()) {
    console.log(`\n▸ ${index + 1}/${wanted.length}  ${stage.title}  (${stage.command})\n`)
    const { code, tally } = await stage.run(workDir)
    const isFailed = code !== 0 || (tally?.failed ?? 0) > 0
    // A stage without tests of its own counts when it fails: «0 failed» would be read as all is well.
    tallies.push(tally ?? { passed: 0, failed: isFailed ? 1 : 0, skipped: 0 })
    if (isFailed) {
      failedStage = stage
      break
    }
  }
  const { passed, failed, skipped } = sum(tallies)
  console.log(failedStage ? `\n✗ ${failedStage.title}: ${failedStage.command}` : '\n✓ همهٔ مرحله‌ها')
  if (skipped > 0) console.log(`${skipped} skipped`)
  console.log(`${passed} passed, ${failed} failed`)
  return failedStage ? 1 : 0
}
