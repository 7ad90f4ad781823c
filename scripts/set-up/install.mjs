import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, sayStep } from '../say.mjs'
import { ROOT, run } from './run.mjs'

/** @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, extraneous?: boolean }} LockedPackage */

/** Brings node_modules in line with package-lock.json; does nothing when it already is. */
export async function ensureInstalled() {
  if (isInstalled()) return
  sayStep('بسته‌ها نصب می‌شوند؛ بار نخست به سرعت اینترنت بستگی دارد…')
  // npm leaves out half of what the build needs where NODE_ENV=production is set.
  const { code, output } = await runNpm(['ci', '--include=dev', '--include=optional', '--loglevel=error'])
  if (code !== 0) {
    throw new Stop(`نصب بسته‌ها به پایان نرسید. اتصال به اینترنت را بررسی کنید و دوباره اجرا کنید.\n${lastLines(output)}`)
  }
  writeFileSync(markOf(ROOT), lockHash(ROOT))
}

/** Either we installed from this very lock file, or what npm lists as installed agrees with it. */
export function isInstalled(root = ROOT) {
  const isOurs = existsSync(markOf(root)) && readFileSync(markOf(root), 'utf8') === lockHash(root)
  return isOurs || agrees(root)
}

/**
 * npm writes the list of what it installed as its last act, so an interrupted, an outdated and a missing installation
 * all show in one comparison. Optional packages of other platforms are rightly absent.
 * @param {string} root
 */
function agrees(root) {
  const present = packagesOf(join(root, 'node_modules/.package-lock.json'))
  if (!present) return false
  return Object.entries(packagesOf(join(root, 'package-lock.json')) ?? {}).every(([path, wanted]) => {
    const isWorkspace = !path.includes('node_modules/')
    const found = present[path]
    const mayBeAbsent = isWorkspace || wanted.optional || wanted.devOptional || wanted.extraneous
    return found ? wanted.link || found.version === wanted.version : mayBeAbsent
  })
}

/** Removed with node_modules, which is the first thing `npm ci` does. @param {string} root */
const markOf = (root) => join(root, 'node_modules/.noskhe-setup')

/** @param {string} root */
const lockHash = (root) => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')

/** @param {string} file @returns {Record<string, LockedPackage> | null} */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null
}

/** The npm that started us, whose path it passes on; without it, the one in PATH. @param {string[]} args */
function runNpm(args) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args], { env: process.env })
  return run('npm', args, { env: process.env, shell: process.platform === 'win32' })
}

/** @param {string} text */
export const lastLines = (text, count = 15) => text.trimEnd().split('\n').slice(-count).join('\n')
