import { afterAll, beforeAll, expect, test } from 'vitest'
import { identifierOf } from '@noskhe/national-wire/data-objects'
import type { DitasReply, DoIdentifier } from '@noskhe/national-wire/data-objects'
import { startSandbox } from '../start.ts'
import type { Sandbox } from '../start.ts'

let sandbox: Sandbox
let clock = new Date('2026-11-25T08:00:00Z')
let token = ''
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, dataFile: ':memory:', now: () => clock })
  token = await newToken()
})
afterAll(() => sandbox.close())

async function newToken(): Promise<string> {
  const response = await fetch(`${sandbox.url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('noskhe-client:noskhe-client-demo')}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=password&username=noskhe&password=noskhe-demo',
  })
  return ((await response.json()) as { access_token: string }).access_token
}

async function ask<T>(call: string, body: object): Promise<DitasReply<T>> {
  const response = await fetch(`${sandbox.url}/eligibility/${call}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, pid: 'noskhe-package', 'content-type': 'application/json' },
    body: JSON.stringify({ ClientIp: '10.0.0.7', AppUser: '145263', ...body }),
  })
  return (await response.json()) as DitasReply<T>
}

const centre = 'SIAM-1100271'
const salamat = { Value: 'خدمات درمانی', Terminology_id: 'thritaEHR.insurer', Coded_string: '2' }
const visit = (nationalCode: string, siamId = centre) => ({
  PersonID: identifierOf.nationalCode(nationalCode), OrgID: identifierOf.centre(siamId), HcpID: identifierOf.council('145263'), InsurerID: salamat,
})
const stateOf = async (HID: DoIdentifier) => (await ask<{ State: string }>('verifyhid', { HID })).data?.State

async function reserved(): Promise<DoIdentifier> {
  const reply = await ask<{ HIDs: DoIdentifier[] }>('batchhid', { OrgID: identifierOf.centre(centre), InsurerID: salamat, Count: 1 })
  const [hid] = reply.data?.HIDs ?? []
  if (hid === undefined) throw new Error(reply.message.join())
  return hid
}

test('a reserved HID is nobody’s until it is bound to a covered person', async () => {
  const HID = await reserved()
  expect(await stateOf(HID)).toBeUndefined()
  expect(await ask('updatehid', { ...visit('1384950613'), HID })).toMatchObject({ isSuccess: true })
  expect(await stateOf(HID)).toBe('Active')
})

test.each([
  ['twice', '3718293641', centre],
  ['by another centre', '3718293641', 'SIAM-1100386'],
])('a reserved HID is not bound %s', async (how, nationalCode, siamId) => {
  const HID = await reserved()
  if (how === 'twice') await ask('updatehid', { ...visit('2283746159'), HID })
  expect(await ask('updatehid', { ...visit(nationalCode, siamId), HID })).toMatchObject({ isSuccess: false, statusCode: 409 })
})

test('a reserved HID lapses after two days', async () => {
  const HID = await reserved()
  clock = new Date(clock.getTime() + 3 * 86_400_000)
  token = await newToken()
  expect(await ask('updatehid', { ...visit('0028374657'), HID })).toMatchObject({ isSuccess: false, statusCode: 409 })
})

test('an eliminated HID is said to be so, and the next visit that day gets another', async () => {
  const { data: HID } = await ask<DoIdentifier>('hid', visit('3718293641'))
  if (HID === null) throw new Error('no HID')
  expect(await ask('eliminatehid', { HID, Reason: { Value: 'بیمار منصرف شد', Terminology_id: 'x', Coded_string: '1' } })).toMatchObject({ data: true })
  expect(await stateOf(HID)).toBe('Eliminated')
  expect((await ask<DoIdentifier>('hid', visit('3718293641'))).data?.ID).not.toBe(HID.ID)
})

test.each([
  ['an insurer that does not cover her', { ...visit('0451627385') }],
  ['a lapsed coverage', { ...visit('1283746591') }],
  ['a deceased person', { ...visit('4318273644') }],
  ['a suspended centre', visit('1384950613', 'SIAM-1100594')],
  ['a doctor whose licence is revoked', { ...visit('1384950613'), HcpID: identifierOf.council('118734') }],
  ['a doctor nobody knows', { ...visit('1384950613'), HcpID: identifierOf.council('999999') }],
])('no HID for %s', async (_why, request) => {
  expect(await ask('hid', request)).toMatchObject({ isSuccess: false, data: null, statusCode: 422 })
})

test('a malformed request names its fields', async () => {
  const { message, statusCode } = await ask('hid', { ...visit('1384950613'), OrgID: null })
  expect({ message, statusCode }).toEqual({ statusCode: 400, message: ['The value of OrgID is not valid'] })
})
