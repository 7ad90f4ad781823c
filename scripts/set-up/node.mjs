import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from '../say.mjs'
import { ROOT, run } from './run.mjs'

/** @typedef {readonly [major: number, minor: number]} Version */

/**
 * A Node that meets `engines` of package.json: the one running, or the one npm brought with the project.
 * @returns {Promise<string>} path of the program
 */
export async function findNode() {
  const needed = neededVersion()
  if (isAtLeast(process.versions.node, needed)) return process.execPath

  const brought = join(ROOT, 'node_modules/.bin/node')
  if (existsSync(brought)) {
    const { code, output } = await run(brought, ['--version'])
    if (code === 0 && isAtLeast(output.slice(1), needed)) return brought
  }
  throw new Stop(`این برنامه به Node نسخهٔ ${needed.join('.')} یا تازه‌تر نیاز دارد و نسخهٔ این رایانه ${process.versions.node} است.`)
}

/** @returns {Version} */
function neededVersion() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return versionOf(engines.node)
}

/** The first two numbers in a text such as «>=24.11» or «24.21.0». @param {string} text @returns {Version} */
function versionOf(text) {
  const [major = 0, minor = 0] = text.match(/\d+/g)?.map(Number) ?? []
  return [major, minor]
}

/** @param {string} version @param {Version} needed */
export function isAtLeast(version, [major, minor]) {
  const [ours, oursMinor] = versionOf(version)
  return ours > major || (ours === major && oursMinor >= minor)
}
