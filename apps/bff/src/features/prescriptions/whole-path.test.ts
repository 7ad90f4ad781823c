import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import * as auth from '@noskhe/shared/auth/contract'
import * as patients from '@noskhe/shared/patients/contract'
import type { ItemDraft } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import * as prescriptions from '@noskhe/shared/prescriptions/contract'
import * as signing from '@noskhe/shared/signing/contract'
import type { CodeKind } from '@noskhe/shared/terminology/code'
import * as terminology from '@noskhe/shared/terminology/contract'
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { givenSandbox } from '../../national/testing/sandbox.ts'
import { startBff } from '../../start.ts'
import { type Authenticator, createAuthenticator } from '../../testing/authenticator.ts'
import { Caller } from '../../testing/caller.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'

const physician = { nationalCode: '0041827368', councilNumber: '145263', mobile: '09121450271' }
const covered = '1384950613'
const coveredByTamin = '0451627385'
const coveredByArmedForces = '0938472615'
const publicUrl = 'http://localhost:3000'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let database: TestDatabase
let bff: Awaited<ReturnType<typeof startBff>>
let doctor: Caller
let device: Authenticator

beforeAll(async () => {
  sandbox = await givenSandbox()
  database = await testDatabase()
  const secret = randomBytes(32).toString('base64url')
  const settings = { DATABASE_URL: database.url, SECRET_KEY: secret, SANDBOX_URL: sandbox.url }
  const seed = () => promisify(execFile)(process.execPath, ['apps/bff/prisma/seed.ts'], { env: settings })
  await seed()
  await seed()
  bff = await startBff(
    readConfig({ ...settings, SESSION_SECRET: secret, PORT: '0', PUBLIC_URL: publicUrl, NATIONAL_GATEWAY_URL: sandbox.url, IHIO_URL: sandbox.url, TAMIN_URL: sandbox.url, ARMED_FORCES_GATEWAY_URL: `${sandbox.url}/armed-forces`, LOG_LEVEL: 'silent' }),
  )
  doctor = new Caller(bff.url)
  device = createAuthenticator(publicUrl)
  await signIn()
})
beforeEach(() => sandbox.calm())
afterAll(async () => {
  await bff.close()
  await sandbox.close()
  await database.drop()
})

async function signIn(): Promise<void> {
  const { nationalCode, councilNumber, mobile } = physician
  const { attemptId } = await doctor.call(auth.identify, { nationalCode, councilNumber })
  const [message] = await sandbox.messagesTo(mobile)
  await doctor.call(auth.confirmCode, { attemptId, code: /\d{6}/.exec(message?.text ?? '')?.[0] ?? '' })
  const { options } = await doctor.call(auth.passkeyEnrolmentOptions, {})
  const made = device.register(options as unknown as PublicKeyCredentialCreationOptionsJSON)
  await doctor.call(auth.enrolPasskey, { response: JSON.parse(JSON.stringify(made)) as Record<string, string> })
  await doctor.call(auth.chooseCentre, { siamId: 'SIAM-1100271', role: 'prescriber' })
}

/** A code of a published list whose name has these letters. */
async function codeOf(query: string, kinds: CodeKind = 'drug'): Promise<string> {
  const search = () => doctor.call(terminology.searchCodes, { query, kinds })
  await expect.poll(search, { timeout: 15_000 }).toBeDefined()
  return (await search()).hits[0]?.code ?? ''
}

async function drug(query: string): Promise<ItemDraft> {
  const code = await codeOf(query)
  return {
    kind: 'drug', key: randomUUID(), code, dose: '1', doseUnit: 'قرص', frequency: 'BID', durationDays: 10, quantity: 20, instructions: [], asNeeded: false, note: '',
  }
}

async function signed(pays: 'insurer' | 'private' = 'insurer', value = covered, items?: ItemDraft[]): Promise<Prescription> {
  const content = { items: items ?? [await drug('metformin 500')], diagnosisCode: null, noteToPatient: '' }
  const identity = { kind: 'national-code' as const, value }
  const { id: encounterId } = await doctor.call(patients.openEncounter, { identity, newbornBirthDate: null })
  const draft = await doctor.call(prescriptions.openDraft, { encounterId, pays, declaredName: null })
  const saved = await doctor.call(prescriptions.saveDraft, { id: draft.id, revision: draft.revision, content })
  const checked = await doctor.call(prescriptions.checkDraft, { id: saved.id, revision: saved.revision })
  const outcome = pays === 'insurer' ? 'covered' : 'private'
  expect(checked.items.map(({ kind, check }) => [kind, check?.outcome])).toEqual(content.items.map(({ kind }) => [kind, outcome]))
  return sign(checked)
}

async function sign({ id, revision }: Prescription): Promise<Prescription> {
  const request = await doctor.call(signing.requestSignature, { id, revision, means: 'passkey' })
  const shown = device.authenticate(request.passkeyOptions as unknown as PublicKeyCredentialRequestOptionsJSON)
  return doctor.call(signing.signWithPasskey, { id: request.id, response: JSON.parse(JSON.stringify(shown)) as Record<string, string> })
}

const register = ({ id, version }: Prescription, key?: string) => doctor.call(prescriptions.registerPrescription, { id, version }, key)
const savesReceived = async () => (await sandbox.received('ihio')).filter(({ path }) => path.endsWith('/prescription/save')).length

test('from sign-in to the tracking code, in the languages of the real services', async () => {
  const registered = await register(await signed())
  expect(registered).toMatchObject({ status: 'registered', trackingCode: expect.stringMatching(/^\d+$/) as string })
  expect(registered.totals?.insurerShare).toBeGreaterThan(0)
  const { state, items } = await doctor.call(prescriptions.findDispensing, { id: registered.id })
  expect(state).toBe('answered')
  expect(items).toEqual([{ key: registered.items[0]?.key, progress: { delivered: 0, remaining: 20, state: 'waiting' } }])
})

test('one key, eight calls at once: one registration at the insurer, and one answer', async () => {
  const it = await signed()
  const key = randomUUID()
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => register(it, key)))
  const first = await register(it, key)
  expect(first.status).toBe('registered')
  for (const answer of answers) {
    if (answer.status === 'fulfilled') expect(answer.value).toEqual(first)
    else expect(answer.reason).toMatchObject({ code: 'request.in-progress' })
  }
  expect(await savesReceived()).toBe(1)
})

test('an answer that is lost on the way back is found without telling the insurer again', async () => {
  const it = await signed()
  await sandbox.control('PUT', 'faults/ihio', { kind: 'lose', times: 1, path: 'prescription/save' })
  expect(await register(it)).toMatchObject({ status: 'registration-unknown', trackingCode: null })
  const found = () => doctor.call(prescriptions.findPrescription, { id: it.id })
  await expect.poll(found, { timeout: 15_000, interval: 500 }).toMatchObject({ status: 'registered' })
  expect(await savesReceived()).toBe(1)
})

test('a private prescription is registered where private ones are, and comes back line by line', async () => {
  const registered = await register(await signed('private'))
  expect(registered).toMatchObject({ status: 'registered', insurer: 'private', hid: null })
  const { items } = await doctor.call(prescriptions.findDispensing, { id: registered.id })
  expect(items).toMatchObject([{ key: registered.items[0]?.key, progress: { remaining: 20 } }])
})

test('for an insured of the Social Security too, from the visit to the tracking code and what became of each line', async () => {
  const registered = await register(await signed('insurer', coveredByTamin))
  expect(registered).toMatchObject({ status: 'registered', insurer: 'tamin', trackingCode: expect.stringMatching(/^\d{7}$/) as string })
  const { items } = await doctor.call(prescriptions.findDispensing, { id: registered.id })
  expect(items).toEqual([{ key: registered.items[0]?.key, progress: { delivered: 0, remaining: 20, state: 'waiting' } }])
})

test('for an insured of the Armed Forces over their own gateway, confirmed by the rules line by line and as a whole', async () => {
  const it = await signed('insurer', coveredByArmedForces)
  const confirmation = { id: expect.stringMatching(/^\d{16}$/) as string, validUntil: expect.any(String) as string }
  expect(it).toMatchObject({ insurer: 'armed-forces', ruleConfirmation: confirmation, items: [{ check: { outcome: 'covered', confirmation } }] })
  expect(it.items[0]?.check?.priceSource).toContain('NM-180')
  expect(it.ruleConfirmation?.id).not.toBe(it.items[0]?.check?.confirmation?.id)

  const registered = await register(it)
  expect(registered).toMatchObject({ status: 'registered', trackingCode: expect.stringMatching(/^\d{8}$/) as string })
  const [saved] = (await sandbox.received('armed-forces')).filter(({ path }) => path.endsWith('/SaveMedicationPrescription'))
  expect(saved?.request).toContain(it.ruleConfirmation?.id)
  const { items } = await doctor.call(prescriptions.findDispensing, { id: registered.id })
  expect(items).toEqual([{ key: registered.items[0]?.key, progress: { delivered: 0, remaining: 20, state: 'waiting' } }])
})

const common = { quantity: 1, note: '' }
const cbc = async (): Promise<ItemDraft> => ({ kind: 'lab', key: randomUUID(), code: await codeOf('CBC', 'lab'), ...common })
const chestXray = async (): Promise<ItemDraft> => ({ kind: 'imaging', key: randomUUID(), code: await codeOf('chest x-ray PA', 'imaging'), ...common })
const dressing = async (doneBy: 'orderer' | 'another'): Promise<ItemDraft> => ({
  kind: 'physician-service', key: randomUUID(), code: await codeOf('dressing', 'physician-service'), ...common, doneBy,
})
const physiotherapy = async (): Promise<ItemDraft> => ({
  kind: 'physiotherapy', key: randomUUID(), code: await codeOf('TENS', 'physiotherapy'), ...common, quantity: 2,
})

test('a prescription of every kind is priced, signed and registered as one with Salamat, and told of line by line', async () => {
  const items = [await drug('metformin 500'), await cbc(), await chestXray(), await physiotherapy(), await dressing('orderer')]
  const registered = await register(await signed('insurer', covered, items))
  expect(registered).toMatchObject({ status: 'registered', trackingCode: expect.stringMatching(/^\d+$/) as string })
  expect(registered.parts).toBeUndefined()
  expect(registered.items.map(({ check }) => check?.shares?.insurerShare ?? 0).every((share) => share > 0)).toBe(true)
  const { items: told } = await doctor.call(prescriptions.findDispensing, { id: registered.id })
  expect(told.map(({ key, progress }) => [key, progress.remaining])).toEqual(registered.items.map(({ key, quantity }) => [key, quantity]))
})

test('the Social Security keeps drugs, tests and services apart: every tracking code is kept with what stands under it', async () => {
  // Of metformin she has a prescription of this day, which Tamin would take for the same one.
  const items = [await drug('losartan 50'), await cbc(), await chestXray(), await dressing('another')]
  const registered = await register(await signed('insurer', coveredByTamin, items))
  const [losartan, lab, imaging, done] = registered.items.map(({ key }) => key)
  expect(registered.parts?.map((part) => part.items)).toEqual([[losartan], [lab, imaging], [done]])
  const codes = registered.parts?.map(({ trackingCode }) => trackingCode) ?? []
  expect(new Set(codes).size).toBe(3)
  expect(registered.trackingCode).toBe(codes[0])
  const { items: told } = await doctor.call(prescriptions.findDispensing, { id: registered.id })
  expect(told.map(({ key }) => key).sort()).toEqual([losartan, lab, imaging, done].sort())

  const { prescriptions: listed } = await doctor.call(prescriptions.listPrescriptions, { limit: '1' })
  expect(listed[0]?.parts?.map(({ trackingCode }) => trackingCode)).toEqual(codes)

  const again = await doctor.call(prescriptions.cancelPrescription, { id: registered.id, version: registered.version, cancellation: { reason: 'duplicate', note: '' } })
  expect(await register(await sign(again))).toMatchObject({ status: 'cancelled' })
})
