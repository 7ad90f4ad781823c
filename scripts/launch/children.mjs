import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lastLines } from '../set-up/install.mjs'
import { ROOT } from '../set-up/run.mjs'
import { Stop } from '../say.mjs'

const PATIENCE_MS = 60_000
const STOP_PATIENCE_MS = 15_000
const LEASH = join(import.meta.dirname, 'leash.mjs')

/**
 * @typedef {object} ChildOptions
 * @property {string} title what people call it
 * @property {string[]} command script, as a path from the root of the project, and its arguments
 * @property {NodeJS.ProcessEnv} env
 * @property {string} logFile where what it says is kept
 * @property {boolean} [isShown] its words go to the terminal instead
 */

/** @typedef {{ process: import('node:child_process').ChildProcess, options: ChildOptions }} Child */

/**
 * Starts a process in a group of its own, so that Ctrl-C reaches the launcher alone and it can stop things in order.
 * @param {ChildOptions} options
 * @returns {Child}
 */
export function startChild(options) {
  mkdirSync(dirname(options.logFile), { recursive: true })
  const log = options.isShown ? 'inherit' : openSync(options.logFile, 'w', 0o600)
  const flags = ['--disable-warning=ExperimentalWarning', '--import', LEASH]
  const child = spawn(process.execPath, [...flags, ...options.command], {
    cwd: ROOT,
    env: options.env,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  })
  if (typeof log === 'number') closeSync(log)
  return { process: child, options }
}

/**
 * Waits until the process answers at `url`.
 * @param {Child} child @param {string} url @param {AbortSignal} signal
 */
export async function untilReady(child, url, signal) {
  const giveUp = Date.now() + PATIENCE_MS
  while (!(await answers(url))) {
    signal.throwIfAborted()
    if (hasExited(child) || Date.now() > giveUp) throw new Stop(`«${child.options.title}» راه نیفتاد.\n${lastWords(child)}`)
    await pause(100)
  }
}

/** Runs a process that ends by itself. @param {ChildOptions} options */
export async function runChild(options) {
  const child = startChild(options)
  const [code] = await once(child.process, 'exit')
  if (code !== 0) throw new Stop(`«${options.title}» به پایان نرسید.\n${lastWords(child)}`)
}

/** Asks the process to finish what it is doing, and ends it where it does not. @param {Child} child */
export async function stopChild(child) {
  if (hasExited(child)) return
  const exited = once(child.process, 'exit')
  child.process.kill('SIGTERM')
  const ender = setTimeout(() => child.process.kill('SIGKILL'), STOP_PATIENCE_MS)
  await exited
  clearTimeout(ender)
}

/** @param {Child} child */
export function lastWords({ options: { logFile, isShown } }) {
  return isShown ? '' : `${lastLines(readFileSync(logFile, 'utf8'), 20)}\n(${logFile})`
}

/** @param {Child} child */
const hasExited = ({ process: { exitCode, signalCode } }) => exitCode !== null || signalCode !== null

/** @param {string} url */
async function answers(url) {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(2000) })
    return status < 500
  } catch {
    return false
  }
}
