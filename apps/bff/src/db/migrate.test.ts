import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { execute, urlOf } from '../testing/database.ts'
import { migrate } from './migrate.ts'

const { adminUrl } = inject('testServer')
const database = `migrate_${process.pid}`
const url = urlOf(adminUrl, database)
let directory: string
let client: pg.Client

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'noskhe-migrations-'))
  await execute(adminUrl, `CREATE DATABASE ${database}`)
  client = new pg.Client({ connectionString: url })
  await client.connect()
  write('1_people', 'CREATE TABLE people (id int); CREATE TABLE visits (id int);')
})

afterEach(async () => {
  await client.end()
  await execute(adminUrl, `DROP DATABASE ${database} WITH (FORCE)`)
  rmSync(directory, { recursive: true })
})

function write(name: string, sql: string): void {
  mkdirSync(join(directory, name), { recursive: true })
  writeFileSync(join(directory, name, 'migration.sql'), sql)
}

const namesOf = async (sql: string) => (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name)
const tables = () => namesOf("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1")
const recorded = () => namesOf('SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1')

test('each migration is applied once, in order of name', async () => {
  write('2_more', 'ALTER TABLE people ADD name text')
  expect(await migrate(url, directory)).toEqual({ applied: ['1_people', '2_more'] })
  expect(await migrate(url, directory)).toEqual({ applied: [] })
  expect(await tables()).toEqual(['people', 'visits'])
})

test('runners that start together apply each migration once between them', async () => {
  const runs = await Promise.all(Array.from({ length: 6 }, () => migrate(url, directory)))
  expect(runs.flatMap(({ applied }) => applied)).toEqual(['1_people'])
  expect(await recorded()).toEqual(['1_people'])
})

test('a file changed after it was applied is refused, and nothing after it runs', async () => {
  await migrate(url, directory)
  write('1_people', 'CREATE TABLE people (id bigint);')
  write('2_more', 'CREATE TABLE more (id int)')
  await expect(migrate(url, directory)).rejects.toMatchObject({ kind: 'edited', migration: '1_people' })
  expect(await tables()).toEqual(['people', 'visits'])
})

test('a database that is ahead of the code is refused', async () => {
  write('2_more', 'CREATE TABLE more (id int)')
  await migrate(url, directory)
  rmSync(join(directory, '2_more'), { recursive: true })
  await expect(migrate(url, directory)).rejects.toMatchObject({ kind: 'newer-database', migration: '2_more' })
})

test('a migration that fails leaves none of its statements, and can be mended and run again', async () => {
  write('2_more', 'CREATE TABLE more (id int); SELECT no_such_function();')
  await expect(migrate(url, directory)).rejects.toMatchObject({ kind: 'failed', migration: '2_more', cause: { code: '42883' } })
  expect(await tables()).toEqual(['people', 'visits'])

  write('2_more', 'CREATE TABLE more (id int)')
  expect(await migrate(url, directory)).toEqual({ applied: ['2_more'] })
})
