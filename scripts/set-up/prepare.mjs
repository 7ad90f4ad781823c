import { join } from 'node:path'
import { Stop, sayStep } from '../say.mjs'
import { ensureInstalled, lastLines } from './install.mjs'
import { findNode } from './node.mjs'
import { ROOT, run } from './run.mjs'

/**
 * Everything between a fresh clone and a runnable project. Each part does nothing where there is nothing to do.
 * @param {('generate' | 'build')[]} tasks what turbo must bring up to date: the database client, the web application
 * @returns {Promise<string>} path of the Node to run the project with
 */
export async function prepare(tasks) {
  await ensureInstalled()
  const node = await findNode()
  sayStep('برنامه آماده می‌شود…')
  const turbo = join(ROOT, 'node_modules/turbo/bin/turbo')
  const { code, output } = await run(node, [turbo, 'run', ...tasks, '--output-logs=errors-only'])
  if (code !== 0) throw new Stop(`ساختن برنامه به پایان نرسید.\n${lastLines(output, 40)}`)
  return node
}
