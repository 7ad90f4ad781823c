import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** PostgreSQL refuses to run as root, so root lends it the account that owns nothing. */
export type Account = { uid: number; gid: number }

const NOBODY: Account = { uid: 65534, gid: 65534 }

/**
 * The account the server must run under, or null when it may run as whoever we are. For root it is the owner of a
 * cluster that is already there, who may be the person root now stands in for.
 */
export function serverAccount(cluster?: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = cluster ? statSync(cluster, { throwIfNoEntry: false }) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const entry = /^nobody:[^:]*:(?<uid>\d+):(?<gid>\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))?.groups
  return entry ? { uid: Number(entry['uid']), gid: Number(entry['gid']) } : NOBODY
}

/** Whether the account can walk down to `path`, or to the nearest folder above it that exists. */
export function canReach(account: Account | null, path: string): boolean {
  if (!account) return true
  if (!existsSync(path)) return canReach(account, dirname(path))
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}
