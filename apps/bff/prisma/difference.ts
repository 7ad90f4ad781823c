import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { readMigrations } from '../src/db/migrate.ts'

const SCHEMA = resolve(import.meta.dirname, 'schema.prisma')

/**
 * The SQL that turns what the checked-in migrations build into what schema.prisma describes; null when they agree.
 * The migrations run on a PostgreSQL in memory: no server is needed, and none can be harmed.
 */
export async function difference(): Promise<string | null> {
  const shadow = await PGlite.create({ extensions: { pg_trgm } })
  for (const { sql } of await readMigrations()) await shadow.exec(sql)

  const files = [{ path: SCHEMA, content: await readFile(SCHEMA, 'utf8') }]
  const engine = await SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => {}, // the engine's own log
    bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(shadow)),
  )
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: import.meta.dirname },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  return exitCode === 0 ? null : (stdout ?? '')
}
