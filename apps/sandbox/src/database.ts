import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { SQLInputValue } from 'node:sqlite'
import type * as z from 'zod'

/**
 * Opens the sandbox's own database file (`:memory:` for tests). It is apart from the product's database on purpose:
 * the national services are other people's systems (A09). WAL and FULL keep what was answered after a kill -9.
 */
export function openDatabase(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const db = new DatabaseSync(file)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000')
  return db
}

/** Runs `work` in one transaction; the sandbox is single-threaded, so this is also mutual exclusion. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

/** The first row of a query, read by a schema; null where there is none. */
export function one<T extends z.ZodType>(db: DatabaseSync, row: T, sql: string, ...values: SQLInputValue[]): z.output<T> | null {
  const found = db.prepare(sql).get(...values)
  return found === undefined ? null : row.parse(found)
}

export function all<T extends z.ZodType>(db: DatabaseSync, row: T, sql: string, ...values: SQLInputValue[]): z.output<T>[] {
  return db.prepare(sql).all(...values).map((found) => row.parse(found))
}
