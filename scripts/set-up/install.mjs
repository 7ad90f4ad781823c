import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, sayStep } from '../say.mjs'
import { ROOT, run } from './run.mjs'

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */

/** Brings node_modules in line with package-lock.json; does nothing when it already is. */
export async function ensureInstalled() {
  if (isInstalled()) return
  sayStep('بسته‌ها نصب می‌شوند؛ بار نخست به سرعت اینترنت بستگی دارد…')
  // npm leaves out half of what the build needs where NODE_ENV=production is set.
  const { code, output } = await runNpm(['ci', '--include=dev', '--include=optional'])
  if (code === 0 && isInstalled()) return
  throw new Stop(`نصب بسته‌ها به پایان نرسید. اتصال به اینترنت را بررسی کنید و دوباره اجرا کنید.\n${lastLines(output)}`)
}

/**
 * npm writes the list of what it installed as its last act, so an interrupted, an outdated and a missing installation
 * all show in one comparison. Optional packages of other platforms are rightly absent.
 */
export function isInstalled(root = ROOT) {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules/.package-lock.json'))
  return (
    present !== null &&
    Object.entries(wanted ?? {}).every(([path, { version, optional, link }]) => {
      if (!path.includes('node_modules/')) return true // a workspace
      const found = present[path]
      return found ? link || found.version === version : optional === true
    })
  )
}

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
