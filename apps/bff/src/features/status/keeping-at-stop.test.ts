import { randomBytes } from 'node:crypto'
import { ratesOf } from '@noskhe/shared/status/rates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { openDb } from '../../db/client.ts'
import { openLog } from '../../log.ts'
import { givenSandbox } from '../../national/testing/sandbox.ts'
import { startBff } from '../../start.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let database: TestDatabase
beforeAll(async () => {
  sandbox = await givenSandbox()
  database = await testDatabase()
})
afterAll(async () => {
  await sandbox.close()
  await database.drop()
})

test('a product that is stopped leaves what it counted last in the kept hours', async () => {
  const secret = randomBytes(32).toString('base64url')
  const config = readConfig({
    DATABASE_URL: database.url, SECRET_KEY: secret, SESSION_SECRET: secret, PORT: '0', NATIONAL_GATEWAY_URL: sandbox.url, IHIO_URL: sandbox.url, TAMIN_URL: sandbox.url,
  })
  const bff = await startBff(config, openLog('silent'))
  await bff.close()

  // The code lists are asked for as soon as it stands, and that round is waited for.
  const db = openDb(database.url)
  const kept = await db.serviceHour.findMany({ where: { service: 'mksa' } })
  await db.$disconnect()
  expect((await sandbox.received('mksa')).length).toBeGreaterThan(0)
  expect(kept.reduce((all, it) => all + ratesOf(it).asked, 0)).toBeGreaterThan(0)
})
