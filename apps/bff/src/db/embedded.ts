import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { serverAccount, type Account } from './embedded/account.ts'
import { findBinaries } from './embedded/binaries.ts'
import { prepareCluster } from './embedded/cluster.ts'
import { prepareHome } from './embedded/home.ts'
import { findPostmaster, type Postmaster } from './embedded/postmaster.ts'
import { EmbeddedProblem } from './embedded/problem.ts'
import { remembered, rememberedPort } from './embedded/remembered.ts'
import { run } from './embedded/run.ts'

export { EmbeddedProblem }

export type EmbeddedOptions = {
  /** Folder of the cluster, its password, its port and its log. */
  dataDir: string
  /** A fixed port; without it a free one is picked once and remembered. */
  port?: number
  /** Server settings beside ours, e.g. `{ fsync: 'off' }` for a throw-away server. */
  settings?: Readonly<Record<string, string>>
}

/** `url` points at the database `noskhe` as its owner; `adopted` says the server was already running. */
export type Embedded = { url: string; adopted: boolean; close(): Promise<void> }

type Server = { pgCtl: string; account: Account | null; home: string; cluster: string }

const DATABASE = 'noskhe'
const START_ATTEMPTS = 5
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/**
 * Starts the PostgreSQL that came with npm, or adopts the one a killed launcher left running on the same folder.
 * Throws EmbeddedProblem.
 */
export async function startEmbedded({ dataDir, port, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  const account = serverAccount(join(dataDir, 'cluster'))
  const home = await prepareHome(resolve(dataDir), account)
  const { initdb, pgCtl } = await findBinaries(account)
  const password = await remembered(join(home, 'password'), () => randomBytes(24).toString('base64url'))
  const cluster = await prepareCluster({ initdb, account, home, password })
  const server = { pgCtl, account, home, cluster }

  const urlAt = (at: number, database: string) => `postgresql://postgres:${password}@127.0.0.1:${at}/${database}`
  const found = await findPostmaster(cluster)
  const adopted = found !== null && (await answers(urlAt(found.port, 'postgres'))) ? found : null
  const running = adopted ?? (await start(server, port, { ...SETTINGS, ...settings }))
  await createDatabase(urlAt(running.port, 'postgres'))
  return { url: urlAt(running.port, DATABASE), adopted: adopted !== null, close: () => stop(server) }
}

/** A server that was killed a moment ago still has its process and its pid file, and resets whoever connects. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Tries again because the shared memory of a killed server lives on until the last of its children has noticed. */
async function start(server: Server, port: number | undefined, settings: Record<string, string>): Promise<Postmaster> {
  const log = join(server.cluster, 'server.log')
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const chosen = port ?? (await rememberedPort(join(server.home, 'port')))
    const options = Object.entries({ ...settings, port: String(chosen) }).map(([name, value]) => `-c ${name}='${value}'`)
    const args = [`--pgdata=${server.cluster}`, '--wait', `--log=${log}`, `--options=${options.join(' ')}`, 'start']
    const { code } = await run(server.pgCtl, server.account, args, 'ignore')
    const postmaster = code === 0 ? await findPostmaster(server.cluster) : null
    if (postmaster) return postmaster
    await pause(200 * attempt)
  }
  const tail = existsSync(log) ? (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-5).join('\n') : ''
  throw new EmbeddedProblem('start', log, `PostgreSQL did not start:\n${tail}`)
}

async function stop({ pgCtl, account, cluster }: Server): Promise<void> {
  if (!(await findPostmaster(cluster))) return
  const { code, output } = await run(pgCtl, account, [`--pgdata=${cluster}`, '--mode=fast', '--wait', 'stop'])
  if (code !== 0) throw new EmbeddedProblem('start', cluster, `PostgreSQL did not stop:\n${output}`)
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}
