import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import type { Config } from '../config.ts'
import { connectNational } from './connect.ts'
import type { National } from './port.ts'
import { givenSandbox } from './testing/sandbox.ts'
import { serviceTitles } from './titles.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let national: National
let config: Config
const secret = 'A'.repeat(43)
const settings = { DATABASE_URL: 'postgresql://unused', SECRET_KEY: secret, SESSION_SECRET: secret }
beforeAll(async () => {
  sandbox = await givenSandbox()
  config = readConfig({ ...settings, NATIONAL_GATEWAY_URL: sandbox.url, IHIO_URL: sandbox.url, TAMIN_URL: sandbox.url })
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

test('one address moves one service to another implementation of its contract', async () => {
  const other = await givenSandbox()
  try {
    const { gateway, ihio, tamin, deadlineMs } = config
    const moved = connectNational({ ihio, tamin, deadlineMs, gateway: { ...gateway, serviceUrls: { siam: other.url } } })
    await other.control('PUT', 'siam/SIAM-1100271/licence', { state: 'suspended', reason: 'آزمایش' })
    expect(await moved.siam.centre('SIAM-1100271')).toMatchObject({ licence: { state: 'suspended' } })
    expect(await moved.councilRegistry.practitioner('145263')).toMatchObject({ lastName: 'کاویانی' })
    expect(await other.received('council-registry')).toEqual([])
  } finally {
    await other.close()
  }
})

test.each([
  ['ELIGIBILITY_URL', 'eligibility'], ['SIAM_URL', 'siam'], ['COUNCIL_REGISTRY_URL', 'council-registry'], ['SMS_URL', 'sms'],
  ['MOBILE_SIGNATURE_URL', 'mobile-signature'], ['TTAC_URL', 'ttac'], ['LOCATE_URL', 'locate'], ['MKSA_URL', 'mksa'], ['SEPAS_URL', 'sepas'],
])('%s is the address of %s alone', (variable, service) => {
  expect(readConfig({ ...settings, [variable]: 'https://elsewhere.example.ir' }).gateway.serviceUrls).toEqual({ [service]: 'https://elsewhere.example.ir' })
  expect(Object.keys(serviceTitles)).toContain(service)
})
