import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './run.mjs'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Goes on in the project's own Node, which runs TypeScript as it is. Signals are passed on, and should this process be
 * killed, the broken channel tells the other one to stop.
 * @param {string} node
 * @param {string[]} args script and its arguments
 * @returns {Promise<number>} exit code
 */
export function handOver(node, args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** @param {string} name */
export const scriptPath = (name) => join(ROOT, 'scripts', name)
