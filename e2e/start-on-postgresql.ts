import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setting, settingsWith } from './setting.ts'

/**
 * Boots the product on a PostgreSQL server of the system, through DATABASE_URL: makes a cluster in the data directory,
 * starts it, then the product; stops both when it is told to.
 */
const programs = setting('POSTGRESQL_PROGRAMS')
const dataDir = setting('DATA_DIR')
const port = Number(setting('PORT')) + 2000
const cluster = join(dataDir, 'postgresql')
// PostgreSQL refuses to run as root.
const asUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

const run = (program: string, args: string[]) => {
  const done = spawnSync(join(programs, program), args, { ...asUser, cwd: '/', encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`)
}

mkdirSync(cluster, { recursive: true, mode: 0o700 })
if (asUser.uid) for (const folder of [join(dataDir, '..'), dataDir, cluster]) chownSync(folder, asUser.uid, asUser.gid)
if (!existsSync(join(cluster, 'PG_VERSION'))) run('initdb', ['-D', cluster, '-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--locale=C.UTF-8'])
const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`
const server = spawn(join(programs, 'pg_ctl'), ['-D', cluster, '-w', '-l', join(cluster, 'server.log'), '-o', options, 'start'], { ...asUser, cwd: '/', stdio: 'ignore' })
await new Promise<void>((resolve, reject) => {
  server.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('PostgreSQL did not start'))))
})

const product = spawn(process.execPath, ['scripts/start.mjs', '--quiet'], {
  stdio: 'inherit',
  env: settingsWith({ DATABASE_URL: `postgresql://postgres@127.0.0.1:${port}/postgres` }),
})
const stop = () => product.kill('SIGTERM')
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
product.on('exit', (code) => {
  run('pg_ctl', ['-D', cluster, '-m', 'immediate', 'stop'])
  process.exit(code ?? 0)
})
