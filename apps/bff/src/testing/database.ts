import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** The server of this test run, as `global-setup.ts` provides it. `adminUrl` may create databases. */
export type TestServer = { adminUrl: string; template: string }

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

export type TestDatabase = { url: string; drop(): Promise<void> }

/** A database of its own for one test file: migrated, empty, and invisible to every other file. */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject('testServer')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await execute(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    url: urlOf(adminUrl, name),
    drop: () => execute(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

/** The same server, another database. */
export function urlOf(serverUrl: string, database: string): string {
  return Object.assign(new URL(serverUrl), { pathname: `/${database}` }).href
}

/** One statement in a session of its own. */
export async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
