import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded, type Embedded } from './embedded.ts'

let dataDir: string
let running: Embedded | undefined

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'noskhe-embedded-'))
  chmodSync(dataDir, 0o755)
})

afterEach(async () => {
  await running?.close()
  running = undefined
  rmSync(dataDir, { recursive: true })
})

const start = async () => (running = await startEmbedded({ dataDir }))
const pidFile = () => join(dataDir, 'cluster/postmaster.pid')
const postmasterPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

test('Persian letters count as letters: trigrams, case and order', async () => {
  const { url } = await start()
  await query(url, 'CREATE EXTENSION pg_trgm')
  const [row] = await query<{ alike: number; lower: string; sorted: string[] }>(
    url,
    `SELECT similarity('آموکسی‌سیلین', 'آموکسی سیلین') AS alike, lower('آBÇ') AS lower,
       array(SELECT x FROM unnest(ARRAY['ب', 'آ', 'ا']) x ORDER BY x) AS sorted`,
  )
  expect(row?.alike).toBeGreaterThan(0.5)
  expect(row).toMatchObject({ lower: 'آbç', sorted: ['آ', 'ا', 'ب'] })
})

test('rows written before the server was killed are there after the next start', async () => {
  const first = await start()
  await query(first.url, "CREATE TABLE kept AS SELECT 'نسخه' AS word")
  process.kill(postmasterPid(), 'SIGKILL')

  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await query(second.url, 'SELECT word FROM kept')).toEqual([{ word: 'نسخه' }])
})

test('a server left running is adopted, not started twice', async () => {
  const first = await start()
  const pid = postmasterPid()

  const second = await start()
  expect(second).toMatchObject({ adopted: true, url: first.url })
  expect(postmasterPid()).toBe(pid)
})

test('the port is kept from one start to the next', async () => {
  const first = await start()
  await first.close()
  expect((await start()).url).toBe(first.url)
})

test('a pid file whose number now belongs to a stranger does not stop the start', async () => {
  await (await start()).close()
  writeFileSync(pidFile(), `${process.pid}\n${dataDir}/cluster\n1\n5432\n\n127.0.0.1\n\nready\n`)
  expect((await start()).adopted).toBe(false)
})

test('a cluster whose making was interrupted is made again', async () => {
  const draft = join(dataDir, 'cluster.new/data')
  await (await start()).close()
  rmSync(join(dataDir, 'cluster'), { recursive: true })
  mkdirSync(draft, { recursive: true })
  writeFileSync(join(draft, 'PG_VERSION'), '18\n')
  expect(await query((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  expect(existsSync(draft)).toBe(false)
})

test('nobody enters without the password, which only we can read', async () => {
  const { url } = await start()
  expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600)
  const guess = Object.assign(new URL(url), { password: 'postgres' }).href
  await expect(query(guess, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
})

test('closing ends the server', async () => {
  const server = await start()
  await server.close()
  await expect(query(server.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})
