import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A running server of one cluster: the process and the TCP port it listens on. */
export type Postmaster = { pid: number; port: number }

const LOOK_AGAIN_MS = 50
const PATIENCE_MS = 60_000

/**
 * The server that holds `cluster`, once it takes connections; null when none does. A pid file left by a killed server is
 * removed, because PostgreSQL would not start while any process, whoever it is, has that number.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const giveUp = Date.now() + PATIENCE_MS
  for (;;) {
    const entry = readPidFile(cluster)
    if (!entry) return null
    if (!isServerOf(cluster, entry.pid)) {
      await rm(join(cluster, 'postmaster.pid'), { force: true })
      return null
    }
    if (entry.status === 'ready') return { pid: entry.pid, port: entry.port }
    if (Date.now() > giveUp) throw new Error(`The server of ${cluster} is neither starting nor stopping`)
    await pause(LOOK_AGAIN_MS)
  }
}

/** Lines of postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory key, status. */
function readPidFile(cluster: string): (Postmaster & { status: string }) | null {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n').map((line) => line.trim())
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7] ?? '' }
}

/** The number alone proves nothing: after kill -9 it may belong to a zombie, or to a stranger who got it next. */
function isServerOf(cluster: string, pid: number): boolean {
  const command = commandOf(pid)
  return command !== null && command.includes('postgres') && command.includes(cluster)
}

function commandOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null
  if (!existsSync('/proc/self/stat')) return commandByPs(pid)
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').charAt(0)
    return state === 'Z' || state === 'X' ? null : readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return null // gone between the two looks
  }
}

function commandByPs(pid: number): string | null {
  const { status, stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}
