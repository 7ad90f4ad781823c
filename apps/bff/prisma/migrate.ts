import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MIGRATIONS } from '../src/db/migrate.ts'
import { difference } from './difference.ts'

const USAGE = `npm run migration:new -- NAME [--empty]   write the SQL that brings the database to schema.prisma
npm run migration:check                   fail when a change of schema.prisma has no migration`

const { positionals, values } = parseArgs({ allowPositionals: true, options: { empty: { type: 'boolean', default: false } } })
const [command, name] = positionals

if (command === 'check') process.exitCode = await check()
else if (command === 'new' && name && /^[a-z0-9_]+$/.test(name)) process.exitCode = await author(name, values.empty)
else {
  console.error(USAGE)
  process.exitCode = 2
}

async function check(): Promise<number> {
  const sql = await difference()
  console.log(sql === null ? 'Migrations and schema.prisma agree.' : `schema.prisma is ahead of the migrations by:\n\n${sql}`)
  return sql === null ? 0 : 1
}

/** `--empty` leaves room for what Prisma cannot say: policies, triggers, extensions, data. */
async function author(title: string, empty: boolean): Promise<number> {
  const sql = (await difference()) ?? (empty ? '' : null)
  if (sql === null) {
    console.log('Nothing to migrate: schema.prisma has not changed. For SQL by hand, add --empty.')
    return 1
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS, `${stamp}_${title}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql)
  await writeFile(join(MIGRATIONS, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(`Wrote ${join(folder, 'migration.sql')}. Read it before you commit it.`)
  return 0
}
