import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from '../say.mjs'

/**
 * Keeps a second launcher off the same data folder. After kill -9 the file stays, so it names the process together with
 * the time it started: a number that was given to another process does not lock us out.
 * @param {string} dataDir
 * @returns {() => void} gives the folder free
 */
export function lock(dataDir) {
  const file = join(dataDir, 'launcher.pid')
  const holder = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  const pid = Number(holder.split(' ')[0])
  if (pid && identityOf(pid) === holder) {
    throw new Stop(`نسخه هم‌اکنون با همین پوشهٔ داده در حال اجراست (پردازهٔ ${pid}): ${dataDir}\nآن را ببندید یا پوشهٔ دیگری را در متغیر DATA_DIR بنویسید.`)
  }
  writeFileSync(file, identityOf(process.pid) ?? '')
  return () => rmSync(file, { force: true })
}

/** «pid start-time» of a living process; null when there is none, or the system does not tell. @param {number} pid */
function identityOf(pid) {
  if (existsSync('/proc/self/stat')) return identityFromProc(pid)
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return status === 0 ? `${pid} ${stdout.trim()}` : null
}

/** @param {number} pid */
function identityFromProc(pid) {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return null
  // The name, in brackets, may itself hold blanks and brackets; state is the 3rd field and start time the 22nd.
  const fields = readFileSync(file, 'utf8').replace(/^.*\) /s, '').split(' ')
  return fields[0] === 'Z' ? null : `${pid} ${fields[19]}`
}
