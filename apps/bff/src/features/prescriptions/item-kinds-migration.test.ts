import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../db/migrate.ts'
import { testDatabase } from '../../testing/database.ts'

const id = '0199c0de-0000-7000-8000-000000000101'
const content = (...items: object[]) => ({ items, diagnosis: null, noteToPatient: '' })

test('what was stored before items had kinds is read as drugs, in its order, what is being changed too', async () => {
  const database = await testDatabase()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    const before = content({ key: 'a', code: '91468' }, { key: 'b', code: '90132' })
    await client.query(
      `INSERT INTO prescriptions (centre_id, id, prescriber_id, encounter_id, status, revision, version, insurer, header, content, terminology_release, amending, written_at, saved_at)
       VALUES ('SIAM-1', $1, $1, $1, 'draft', 0, 1, 'salamat', '{}', $2, '1405.09', $3, now(), now())`,
      [id, content(), { version: 1, content: before }],
    )
    const sql = await readFile(join(MIGRATIONS, '20261125165654_item_kinds', 'migration.sql'), 'utf8')
    await client.query(sql.slice(sql.indexOf('CREATE FUNCTION')))
    const { rows } = await client.query('SELECT content, amending FROM prescriptions')
    const after = content({ kind: 'drug', key: 'a', code: '91468' }, { kind: 'drug', key: 'b', code: '90132' })
    expect(rows).toEqual([{ content: content(), amending: { version: 1, content: after } }])
  } finally {
    await client.end()
    await database.drop()
  }
})
