import { randomUUID } from 'node:crypto'
import * as billing from '@noskhe/shared/billing/contract'
import * as dispensing from '@noskhe/shared/dispensing/contract'
import * as patients from '@noskhe/shared/patients/contract'
import * as prescriptions from '@noskhe/shared/prescriptions/contract'
import * as signing from '@noskhe/shared/signing/contract'
import * as terminology from '@noskhe/shared/terminology/contract'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAuthenticator } from './testing/authenticator.ts'
import type { Caller } from './testing/caller.ts'
import { type Product, PUBLIC_URL, clinic, givenProduct, manager, pharmacist, pharmacy, physician } from './testing/product.ts'

// The whole path of one patient, with everything that speaks of her gathered on the way: none of it may be in what we log
// or in an address that we call.
const note = 'پیش از عمل قطع شود'
const contact = '09351234871'
const identity = { kind: 'national-code' as const, value: '1384950613' }
const device = createAuthenticator(PUBLIC_URL)
const told = new Map<string, string>([['national code', identity.value], ['note', note], ['telephone', contact]])

let product: Product
const asked: string[] = []
const fetchOnly = globalThis.fetch
let doctor: Caller
let dispenser: Caller

beforeAll(async () => {
  globalThis.fetch = (input, init) => {
    asked.push(input instanceof Request ? input.url : String(input))
    return fetchOnly(input, init)
  }
  product = await givenProduct()
  doctor = await product.signIn(physician, { siamId: clinic, role: 'prescriber' }, device)
  dispenser = await product.signIn(pharmacist, { siamId: pharmacy, role: 'dispenser' })
  const admin = await product.signIn(manager, { siamId: clinic, role: 'admin' })
  await prescribe()
  await dispense()
  await admin.call(billing.findMonthlyBill, { year: 1405, month: 9 })
  for (const who of [physician, pharmacist, manager]) {
    told.set(`national code of ${who.phone}`, who.nationalCode).set(`phone ${who.phone}`, who.phone)
    for (const { text } of await product.sandbox.messagesTo(who.phone)) told.set(`message to ${who.phone}`, text).set(`code to ${who.phone}`, /\d{6}/.exec(text)?.[0] ?? '')
  }
}, 60_000)
afterAll(async () => {
  globalThis.fetch = fetchOnly
  await product.close()
})

async function prescribe(): Promise<void> {
  const encounter = await doctor.call(patients.openEncounter, { identity, newbornBirthDate: null })
  told.set('first name', encounter.person?.firstName ?? '').set('last name', encounter.person?.lastName ?? '').set('HID', encounter.hid?.value ?? '')
  await doctor.call(patients.saveContact, { id: encounter.id, phone: contact })
  await doctor.call(patients.searchPatients, { query: { by: 'phone', phone: contact } })
  await doctor.call(patients.searchPatients, { query: { by: 'name', names: [told.get('last name') ?? ''] } })
  const search = () => doctor.call(terminology.searchCodes, { query: 'metformin 500' })
  const { hits: [drug] } = await vi.waitFor(search, { timeout: 20_000, interval: 200 })
  const draft = await doctor.call(prescriptions.openDraft, { encounterId: encounter.id, pays: 'insurer', declaredName: null })
  const item = {
    kind: 'drug' as const, key: randomUUID(), code: drug?.code ?? '', dose: '1', doseUnit: 'قرص', frequency: 'BID', durationDays: 10, quantity: 20, instructions: [], asNeeded: false, note: '',
  }
  const content = { items: [item], diagnosisCode: null, noteToPatient: note }
  const { id, revision } = await doctor.call(prescriptions.saveDraft, { id: draft.id, revision: draft.revision, content })
  const checked = await doctor.call(prescriptions.checkDraft, { id, revision })
  const request = await doctor.call(signing.requestSignature, { id, revision: checked.revision, means: 'passkey' })
  const shown = device.authenticate(request.passkeyOptions as unknown as PublicKeyCredentialRequestOptionsJSON)
  const { version } = await doctor.call(signing.signWithPasskey, { id: request.id, response: JSON.parse(JSON.stringify(shown)) as Record<string, string> })
  const { trackingCode } = await doctor.call(prescriptions.registerPrescription, { id, version })
  await doctor.call(prescriptions.findDispensing, { id })
  told.set('tracking code', trackingCode ?? '')
}

async function dispense(): Promise<void> {
  const { orders } = await dispenser.call(dispensing.searchOrders, { text: identity.value, identity: null })
  const ref = orders.find((it) => it.ref.trackingCode === told.get('tracking code'))?.ref
  if (!ref) throw new Error('The prescription did not come to the counter')
  await dispenser.call(dispensing.searchOrders, { text: told.get('HID') ?? '', identity })
  const { items } = await dispenser.call(dispensing.findOrder, { ref })
  const lines = items.map(({ itemRef, remaining }) => ({ itemRef, quantity: remaining }))
  await dispenser.call(dispensing.prepareDelivery, { ref, lines })
  await dispenser.call(dispensing.listDeliveries, {})
}

/** Which of what we were told of her is in a text, as a word of its own: five digits are in some UUID sooner or later. */
const toldIn = (text: string): string[] => {
  const words = new Set(text.split(/[^\p{L}\p{N}\u200c-]+/u))
  return [...told].filter(([, value]) => (/\s/.test(value) ? text.includes(value) : words.has(value))).map(([what]) => what)
}

test('the path has told us of her what there is to tell', () => {
  expect([...told].filter(([, value]) => value.length < 3)).toEqual([])
  expect(toldIn(`کد ${told.get('national code')} و ${told.get('tracking code')}`)).toEqual(['national code', 'tracking code'])
})

test('no line of the log speaks of a patient, a code or a message', () => {
  const log = product.logged.join('')
  expect(log).toContain('national call')
  expect(log).toContain('/api/prescriptions')
  expect(toldIn(log)).toEqual([])
})

test('no address that we call speaks of anybody', () => {
  const ofServices = asked.map((url) => decodeURIComponent(url)).filter((url) => url.startsWith(product.sandbox.url) && !url.includes('/_sandbox/'))
  expect(ofServices.length).toBeGreaterThan(20)
  expect(toldIn(ofServices.join('\n'))).toEqual([])
})

test('nor does what is logged when the database refuses her row, which it does in the words of the row', async () => {
  await product.db.$executeRaw`ALTER TABLE encounters ADD CONSTRAINT refused CHECK (identity_value = '') NOT VALID`
  const before = product.logged.length
  await expect(doctor.call(patients.openEncounter, { identity, newbornBirthDate: null })).rejects.toMatchObject({ code: 'unexpected' })
  await product.db.$executeRaw`ALTER TABLE encounters DROP CONSTRAINT refused`
  const log = product.logged.slice(before).join('')
  expect(log).toContain('POST /encounters')
  expect(log).toMatch(/refused|23514|constraint/)
  expect(toldIn(log)).toEqual([])
})

test('nor what is logged when a service answers in words that are none', async () => {
  await product.sandbox.control('PUT', 'faults/eligibility', { kind: 'garbage' })
  await product.sandbox.control('PUT', 'faults/ihio', { kind: 'garbage' })
  const before = product.logged.length
  await doctor.send(patients.openEncounter, { identity, newbornBirthDate: null })
  await dispenser.send(dispensing.searchOrders, { text: identity.value, identity: null })
  const log = product.logged.slice(before).join('')
  expect(log).toContain('national call failed')
  expect(toldIn(log)).toEqual([])
})
