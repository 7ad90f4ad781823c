import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')
const BIN = join(ROOT, 'node_modules/.bin')

/** Programs of the project come first: there `node` is the one the project brings. No tool of ours phones home. */
export const TOOL_ENV = {
  ...process.env,
  PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}`,
  CHECKPOINT_DISABLE: '1',
  PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
}

/**
 * Runs a program to its end and keeps what it says.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 where there is no such program
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    let output = ''
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString())
    const child = spawn(program, args, { cwd: ROOT, env: TOOL_ENV, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output: output.trim() }))
  })
}

/** As `run`, but the person reads along. @param {string} program @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
export async function show(program, args, env = {}) {
  const { code } = await run(program, args, { stdio: 'inherit', env: { ...TOOL_ENV, ...env } })
  return code
}
