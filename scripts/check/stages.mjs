import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, show } from '../set-up/run.mjs'
import { ensureChromium } from './chromium.mjs'
import { readPlaywright, readVitest, tallyOf } from './tally.mjs'

const CRUISED = ['apps', 'packages', 'e2e', '--config', '.dependency-cruiser.cjs']

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * @typedef {object} Stage
 * @property {string} title
 * @property {string} command what a person would type to run it alone
 * @property {(workDir: string) => Promise<{ code: number, tally?: Tally }>} run `workDir` is thrown away afterwards
 * @property {boolean} [needsBrowser]
 */

/** @param {string[]} command script, as a path from the root of the project, and its arguments @param {NodeJS.ProcessEnv} [env] */
const node = (command, env) => show('node', ['--disable-warning=ExperimentalWarning', ...command], env)

/** @param {string} task */
const turbo = (task) => node(['node_modules/turbo/bin/turbo', 'run', task, '--output-logs=errors-only'])

/** @param {string} project */
const tsc = (project) => node(['node_modules/typescript/bin/tsc', '--project', project])

/** In the order of their price: what is found sooner is not paid for later. @type {Stage[]} */
export const stages = [
  {
    title: 'گونه‌ها',
    command: 'turbo run typecheck && tsc -p scripts && tsc -p e2e',
    run: async () => ({ code: (await turbo('typecheck')) || (await tsc('scripts')) || (await tsc('e2e')) }),
  },
  {
    title: 'شیوهٔ نگارش',
    command: 'npm run lint',
    run: async () => ({ code: await node(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']) }),
  },
  {
    title: 'مرزهای میان بخش‌ها',
    command: 'npm run imports',
    run: async () => ({ code: await node(['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...CRUISED]) }),
  },
  {
    title: 'مهاجرت‌های پایگاه داده',
    command: 'npm run migration:check',
    run: async () => ({ code: await node(['apps/bff/prisma/migrate.ts', 'check']) }),
  },
  { title: 'آزمون‌ها', command: 'npx vitest run', run: runVitest },
  { title: 'ساخت وب', command: 'turbo run build', run: async () => ({ code: await turbo('build') }) },
  { title: 'آزمون در مرورگر', command: 'npm run e2e', run: runPlaywright, needsBrowser: true },
]

/** @param {string} workDir */
async function runVitest(workDir) {
  const report = join(workDir, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await node(['node_modules/vitest/vitest.mjs', 'run', ...reporters])
  return { code, tally: tallyOf(report, readVitest, code) }
}

/** Products of their own, whatever `.env` says: the suite must never meet the data of the person who runs it. */
const ALONE = { DATABASE_URL: '', PUBLIC_URL: '', NATIONAL_GATEWAY_URL: '', IHIO_URL: '', TAMIN_URL: '', ARMED_FORCES_GATEWAY_URL: '', CDS_SERVICES: '', SANDBOX_DATA: '' }

/** @param {string} workDir */
async function runPlaywright(workDir) {
  const report = join(ROOT, 'e2e/results/report.json')
  rmSync(report, { force: true })
  const env = { ...ALONE, CHROMIUM_PATH: await ensureChromium(), NOSKHE_E2E_DIR: workDir }
  const code = await node(['node_modules/@playwright/test/cli.js', 'test', '--config=e2e/playwright.config.ts'], env)
  return { code, tally: tallyOf(report, readPlaywright, code) }
}
