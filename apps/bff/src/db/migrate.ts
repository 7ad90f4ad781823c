import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'

/**
 * Why a database is left as it is: an applied file was changed since, the database knows a migration this code does not,
 * Prisma's own tool left one half-done, or the SQL was refused.
 */
export type MigrationProblemKind = 'edited' | 'newer-database' | 'unfinished' | 'failed'

export class MigrationProblem extends Error {
  readonly kind: MigrationProblemKind
  readonly migration: string

  constructor(kind: MigrationProblemKind, migration: string, options?: ErrorOptions) {
    super(`Migration ${migration}: ${kind}`, options)
    this.name = 'MigrationProblem'
    this.kind = kind
    this.migration = migration
  }
}

type Migration = { name: string; sql: string; checksum: string }
type Row = { migration_name: string; checksum: string; finished_at: Date | null }

export const MIGRATIONS = resolve(import.meta.dirname, '../../prisma/migrations')

/** The lock Prisma's own tool takes, so that neither runs beside the other. */
const LOCK = 72707369

/** Prisma's own table, column by column: its tools read what we write. */
const TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

/**
 * Brings the database up to the migrations of `directory`, each in its own transaction, and tells which were applied.
 * Any number of processes may call it at once. Throws MigrationProblem, leaving the database as it was found or after the
 * last migration that succeeded.
 */
export async function migrate(databaseUrl: string, directory = MIGRATIONS): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'noskhe migrate' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(TABLE)
    const pending = pendingOf(await readMigrations(directory), await appliedIn(client))
    for (const migration of pending) await apply(client, migration)
    return { applied: pending.map(({ name }) => name) }
  } finally {
    await client.end() // ends the session and with it the lock
  }
}

/** The migrations of a folder in the order they apply, in Prisma's layout: NAME/migration.sql. */
export async function readMigrations(directory = MIGRATIONS): Promise<Migration[]> {
  if (!existsSync(directory)) return []
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()
  return Promise.all(names.map(async (name) => {
    const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  }))
}

async function appliedIn(client: pg.Client): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name',
  )
  return rows
}

function pendingOf(migrations: Migration[], rows: Row[]): Migration[] {
  for (const { migration_name: name, checksum, finished_at: finishedAt } of rows) {
    const migration = migrations.find((candidate) => candidate.name === name)
    if (!migration) throw new MigrationProblem('newer-database', name)
    if (!finishedAt) throw new MigrationProblem('unfinished', name)
    if (migration.checksum !== checksum) throw new MigrationProblem('edited', name)
  }
  return migrations.filter(({ name }) => !rows.some((row) => row.migration_name === name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new MigrationProblem('failed', name, { cause })
  }
}
