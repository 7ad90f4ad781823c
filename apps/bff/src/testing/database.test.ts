import pg from 'pg'
import { expect, test } from 'vitest'
import { migrate } from '../db/migrate.ts'
import { execute, testDatabase } from './database.ts'

test('each test database is fully migrated and sees nothing of another', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()])
  try {
    expect(await migrate(one.url)).toEqual({ applied: [] })
    await execute(one.url, 'CREATE TABLE mine (id int)')
    await expect(execute(other.url, 'SELECT * FROM mine')).rejects.toMatchObject({ code: '42P01' })
  } finally {
    await Promise.all([one.drop(), other.drop()])
  }
})

test('dropping a database ends the sessions that a test forgot', async () => {
  const database = await testDatabase()
  const forgotten = new pg.Client({ connectionString: database.url })
  const ended = new Promise<void>((resolve) => forgotten.on('error', () => {}).once('end', resolve))
  await forgotten.connect()
  await database.drop()
  await ended
  await expect(execute(database.url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' })
})
