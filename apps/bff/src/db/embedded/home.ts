import { randomBytes } from 'node:crypto'
import { existsSync, lstatSync } from 'node:fs'
import { chmod, mkdir, realpath, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { canReach, type Account } from './account.ts'
import { EmbeddedProblem } from './problem.ts'

/** Where the server lives when root keeps the project in a folder that no other account may enter. */
export const SYSTEM_HOME = '/var/lib/noskhe'

/**
 * The real folder behind `dataDir`, created when missing. Where `account` cannot reach it, `dataDir` becomes a link to a
 * folder under `elsewhere`, so that deleting the data folder still means starting afresh.
 */
export async function prepareHome(dataDir: string, account: Account | null, elsewhere = SYSTEM_HOME): Promise<string> {
  try {
    if (!isPresent(dataDir)) await create(dataDir, account, elsewhere)
    const home = await realpath(dataDir)
    // The account only walks through; what it owns is the cluster inside.
    await chmod(home, account ? 0o711 : 0o700)
    if (canReach(account, home)) return home
  } catch (cause) {
    throw new EmbeddedProblem('place', dataDir, `The data folder cannot be written: ${dataDir}`, { cause })
  }
  throw new EmbeddedProblem('place', dataDir, `The database account cannot enter the data folder: ${dataDir}`)
}

async function create(dataDir: string, account: Account | null, elsewhere: string): Promise<void> {
  if (canReach(account, dataDir)) {
    await mkdir(dataDir, { recursive: true })
    return
  }
  const home = join(elsewhere, randomBytes(6).toString('hex'))
  await mkdir(home, { recursive: true })
  await mkdir(dirname(dataDir), { recursive: true })
  await symlink(home, dataDir)
}

/** A link whose target was removed counts as present: it is reported, not silently replaced by an empty database. */
function isPresent(path: string): boolean {
  return existsSync(path) || lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
