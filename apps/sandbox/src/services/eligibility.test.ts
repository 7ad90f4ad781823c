import { afterAll, beforeAll, expect, test } from 'vitest'
import { identifierOf } from '@noskhe/national-wire/data-objects'
import type { DitasReply, DoIdentifier } from '@noskhe/national-wire/data-objects'
import { hidRefusal } from '@noskhe/national-wire/eligibility'
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
const tamin = { Value: 'تأمین اجتماعی', Terminology_id: 'thritaEHR.insurer', Coded_string: '1' }
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

async function issued(nationalCode: string): Promise<DoIdentifier> {
  const { data, message } = await ask<DoIdentifier>('hid', visit(nationalCode))
  if (data === null) throw new Error(message.join())
  return data
}

const reason = { Value: 'مراجعه به نسخه نینجامید', Terminology_id: 'noskhe.hidEliminationReason', Coded_string: '1' }
const eliminating = (HID: DoIdentifier, otherwise: object = {}) => ({ HID, OrgID: identifierOf.centre(centre), Reason: reason, ...otherwise })

async function eliminated(nationalCode: string): Promise<DoIdentifier> {
  const HID = await issued(nationalCode)
  await ask('eliminatehid', eliminating(HID))
  return HID
}

test('a reserved HID is nobody’s until it is bound to a covered person', async () => {
  const HID = await reserved()
  expect(await stateOf(HID)).toBeUndefined()
  expect(await ask('updatehid', { ...visit('1384950613'), HID })).toMatchObject({ isSuccess: true })
  expect(await stateOf(HID)).toBe('Active')
})

test('the same visit may be told again: its answer may have been lost', async () => {
  const HID = await reserved()
  await ask('updatehid', { ...visit('2283746159'), HID })
  expect(await ask('updatehid', { ...visit('2283746159'), HID })).toMatchObject({ isSuccess: true, data: true })
})

test('a reserved HID is not given to a second person', async () => {
  const HID = await reserved()
  await ask('updatehid', { ...visit('1364728397'), HID })
  expect(await ask('updatehid', { ...visit('3718293641'), HID })).toMatchObject({ isSuccess: false, statusCode: hidRefusal.conflict })
})

test.each([
  ['another centre’s', () => visit('3718293641', 'SIAM-1100386'), hidRefusal.foreign],
  ['reserved at another insurer', () => ({ ...visit('0451627385'), InsurerID: tamin }), hidRefusal.conflict],
  ['for somebody who is not covered there', () => visit('0451627385'), hidRefusal.uncovered],
])('a reserved HID that is %s is refused', async (_why, told, statusCode) => {
  const HID = await reserved()
  expect(await ask('updatehid', { ...told(), HID })).toMatchObject({ isSuccess: false, statusCode })
})

test('nobody has two HIDs at one centre on one day', async () => {
  const { data: first } = await ask<DoIdentifier>('hid', visit('0091827345'))
  expect(first).not.toBeNull()
  expect(await ask('updatehid', { ...visit('0091827345'), HID: await reserved() })).toMatchObject({ statusCode: hidRefusal.conflict })
})

test('a reserved HID lapses after two days', async () => {
  const HID = await reserved()
  clock = new Date(clock.getTime() + 3 * 86_400_000)
  token = await newToken()
  expect(await ask('updatehid', { ...visit('0028374657'), HID })).toMatchObject({ isSuccess: false, statusCode: hidRefusal.lapsed })
})

test('a centre is given no more reserved ones while twenty are unused', async () => {
  const office = identifierOf.centre('SIAM-1100386')
  const batch = (Count: number) => ask('batchhid', { OrgID: office, InsurerID: salamat, Count })
  expect(await batch(20)).toMatchObject({ isSuccess: true })
  expect(await batch(1)).toMatchObject({ isSuccess: false, statusCode: hidRefusal.conflict })
  expect(await ask('batchhid', { OrgID: office, InsurerID: tamin, Count: 1 })).toMatchObject({ isSuccess: true })
})

test('an eliminated HID is said to be so, and the next visit that day gets another', async () => {
  const HID = await issued('3718293641')
  expect(await ask('eliminatehid', eliminating(HID))).toMatchObject({ data: true })
  expect(await stateOf(HID)).toBe('Eliminated')
  expect((await issued('3718293641')).ID).not.toBe(HID.ID)
})

test.each([
  ['eliminated already', async () => eliminating(await eliminated('2283746159')), hidRefusal.conflict],
  ['another centre’s', async () => eliminating(await issued('2283746159'), { OrgID: identifierOf.centre('SIAM-1100386') }), hidRefusal.foreign],
  ['invented', async () => eliminating({ Issuer: 'IHIO', Assigner: 'IHIO', ID: '00000AA0AA', Type: 'HID' }), hidRefusal.unknown],
  ['without a listed reason', async () => eliminating(await issued('2283746159'), { Reason: { Value: 'همین‌طوری', Terminology_id: 'x', Coded_string: '99' } }), 400],
])('a HID that is %s is not eliminated', async (_why, request, statusCode) => {
  expect(await ask('eliminatehid', await request())).toMatchObject({ isSuccess: false, statusCode })
})

test.each([
  ['an insurer that does not cover her', visit('0451627385'), hidRefusal.uncovered],
  ['a lapsed coverage', visit('1283746591'), hidRefusal.uncovered],
  ['a deceased person', visit('4318273644'), hidRefusal.uncovered],
  ['a suspended centre', visit('1384950613', 'SIAM-1100594'), 422],
  ['a doctor whose licence is revoked', { ...visit('1384950613'), HcpID: identifierOf.council('118734') }, 422],
  ['a doctor nobody knows', { ...visit('1384950613'), HcpID: identifierOf.council('999999') }, 422],
])('no HID for %s', async (_why, request, statusCode) => {
  expect(await ask('hid', request)).toMatchObject({ isSuccess: false, data: null, statusCode })
})

test('a malformed request names its fields', async () => {
  const { message, statusCode } = await ask('hid', { ...visit('1384950613'), OrgID: null })
  expect({ message, statusCode }).toEqual({ statusCode: 400, message: ['The value of OrgID is not valid'] })
})
