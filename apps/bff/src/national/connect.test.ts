import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { connectNational } from './connect.ts'
import type { National } from './port.ts'
import { givenSandbox } from './testing/sandbox.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let national: National
beforeAll(async () => {
  sandbox = await givenSandbox()
  const secret = 'A'.repeat(43)
  const config = readConfig({
    DATABASE_URL: 'postgresql://unused', SECRET_KEY: secret, SESSION_SECRET: secret, NATIONAL_GATEWAY_URL: sandbox.url, IHIO_URL: sandbox.url, TAMIN_URL: sandbox.url,
  })
  national = connectNational(config)
})
afterAll(() => sandbox.close())

test('the accounts that the settings default to open the sandbox’s gateway', async () => {
  expect(await national.siam.centre('SIAM-1100271')).toMatchObject({ name: 'درمانگاه مهر ونک' })
})

test('… and its insurer', async () => {
  const party = { username: 'n.kavyani', password: 'Ihio-demo-145263', clientIp: '10.0.0.7', agent: 'test' }
  const covered = await national.payers.salamat?.coverage({ party, patient: { identity: { kind: 'national-code', value: '1384950613' } } })
  expect(covered).toMatchObject({ outcome: 'covered' })
})

test('a service that nobody has asked yet is listed as untried, by its Persian name', async () => {
  await national.siam.postsOf('0041827368')
  const status = national.status()
  expect(status.find((it) => it.service === 'siam')).toMatchObject({ title: 'سیام', state: 'answering' })
  expect(status.find((it) => it.service === 'ttac')).toMatchObject({ state: 'untried', lastAnsweredAt: null, lastMs: null })
  expect(status.every((it) => /[آ-ی]/.test(it.title))).toBe(true)
})
