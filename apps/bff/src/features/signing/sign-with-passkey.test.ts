import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { digestOf } from '@noskhe/shared/signing/challenge'
import { readSignedForm } from '@noskhe/shared/signing/signed-form'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PracticeLicence, Practitioner } from '../../national/council-registry/port.ts'
import { NationalUnavailable } from '../../national/port.ts'
import { losartan, vitamin } from '../../testing/catalogue.ts'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { signWithPasskey } from './sign-with-passkey.ts'

let practice: Practice
let doctor: Doctor

beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  doctor = await practice.doctor()
})
afterAll(() => practice.close())

const versionsOf = (prescriptionId: string) => practice.db.prescriptionVersion.findMany({ where: { prescriptionId }, orderBy: { version: 'asc' } })

test('a checked draft becomes signed, with its bytes, its evidence and its event', async () => {
  const draft = await practice.checked(doctor)
  const signed = await practice.sign(doctor, draft)
  expect(signed).toMatchObject({ status: 'signed', version: 1, signedAt: practice.now.toISOString() })
  const [version] = await versionsOf(draft.id)
  expect(readSignedForm(version?.canonical ?? '')).toMatchObject({ prescription: draft.id, version: 1, previous: null, items: [{ check: { outcome: 'covered' } }] })
  expect(await practice.auditOf(draft.id)).toEqual(['prescription.begun', 'prescription.signature-requested', 'prescription.signed'])
})

test('what is kept proves the signature by itself', async () => {
  const { id } = await practice.signed(doctor)
  const [version] = await versionsOf(id)
  const evidence = version?.evidence as unknown as {
    challenge: string
    origin: string
    rpId: string
    publicKey: string
    assertion: Parameters<typeof verifyAuthenticationResponse>[0]['response']
  }
  const { verified } = await verifyAuthenticationResponse({
    response: { ...evidence.assertion, clientExtensionResults: {} },
    expectedChallenge: evidence.challenge,
    expectedOrigin: evidence.origin,
    expectedRPID: evidence.rpId,
    credential: { id: evidence.assertion.id, publicKey: Uint8Array.from(Buffer.from(evidence.publicKey, 'base64url')), counter: 0 },
  })
  expect(verified).toBe(true)
  expect(Buffer.from(await digestOf(version?.canonical ?? '')).toString('base64url')).toBe(version?.digest)
})

test('an edit after the challenge voids it', async () => {
  const draft = await practice.checked(doctor)
  const request = await practice.ask(doctor, draft)
  await practice.check(doctor, await practice.save(doctor, draft, [item({ quantity: 10 })]))
  const answering = signWithPasskey(doctor.context, { id: request.id, response: practice.answer(doctor, request) })
  await expect(answering).rejects.toMatchObject({ code: 'prescription.changed-elsewhere' })
  expect(await practice.reload(doctor, draft)).toMatchObject({ status: 'draft', version: 0 })
  expect(await versionsOf(draft.id)).toEqual([])
})

test('another answer of the insurer after the challenge voids it', async () => {
  practice.salamat.silentAbout.add(losartan)
  const draft = await practice.checked(doctor, [item({ code: losartan })])
  const request = await practice.ask(doctor, draft)
  practice.salamat.silentAbout.clear()
  await practice.check(doctor, draft)
  const answering = signWithPasskey(doctor.context, { id: request.id, response: practice.answer(doctor, request) })
  await expect(answering).rejects.toMatchObject({ code: 'prescription.changed-elsewhere' })
  expect(await practice.reload(doctor, draft)).toMatchObject({ status: 'draft', version: 0 })
})

test('the passkey of another person signs nothing', async () => {
  const request = await practice.ask(doctor, await practice.checked(doctor))
  const other = await practice.doctor()
  const options = { ...request, passkeyOptions: { ...request.passkeyOptions, allowCredentials: [] } }
  const answering = signWithPasskey(doctor.context, { id: request.id, response: practice.answer(other, options) })
  await expect(answering).rejects.toMatchObject({ code: 'signature.rejected' })
})

test('nobody answers the request put to another person', async () => {
  const request = await practice.ask(doctor, await practice.checked(doctor))
  const other = await practice.doctor()
  const answering = signWithPasskey(other.context, { id: request.id, response: practice.answer(doctor, request) })
  await expect(answering).rejects.toMatchObject({ code: 'signature.request-not-found' })
})

test('an answer signs once, even when it comes twice at the same time', async () => {
  const request = await practice.ask(doctor, await practice.checked(doctor))
  const response = practice.answer(doctor, request)
  const answers = await Promise.allSettled([1, 2, 3].map(() => signWithPasskey(doctor.context, { id: request.id, response })))
  expect(answers.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  expect(await versionsOf(request.prescriptionId)).toHaveLength(1)
})

test('an answer to one prescription signs no other', async () => {
  const first = await practice.ask(doctor, await practice.checked(doctor))
  const second = await practice.ask(doctor, await practice.checked(doctor))
  const answering = signWithPasskey(doctor.context, { id: second.id, response: practice.answer(doctor, first) })
  await expect(answering).rejects.toMatchObject({ code: 'signature.rejected' })
})

test.each([
  ['without unlocking the device', { isVerified: false }],
  ['from another page', { origin: 'https://noskhe.example' }],
])('an answer given %s is refused, and the draft stays a draft', async (_, conduct) => {
  const draft = await practice.checked(doctor)
  const request = await practice.ask(doctor, draft)
  const answering = signWithPasskey(doctor.context, { id: request.id, response: practice.answer(doctor, request, conduct) })
  await expect(answering).rejects.toMatchObject({ code: 'signature.rejected' })
  expect(await practice.reload(doctor, draft)).toMatchObject({ status: 'draft' })
})

test('an answer that comes after two minutes is too late', async () => {
  const request = await practice.ask(doctor, await practice.checked(doctor))
  practice.pass(120)
  const answering = signWithPasskey(doctor.context, { id: request.id, response: practice.answer(doctor, request) })
  await expect(answering).rejects.toMatchObject({ code: 'signature.request-expired' })
})

test('bytes that were changed where they are kept no longer match what her device signed', async () => {
  const request = await practice.ask(doctor, await practice.checked(doctor))
  const canonical = request.canonical.replace('"quantity":60', '"quantity":90')
  expect(canonical).not.toBe(request.canonical)
  await practice.db.signatureRequest.updateMany({ where: { id: request.id }, data: { canonical } })
  const answering = signWithPasskey(doctor.context, { id: request.id, response: practice.answer(doctor, request) })
  await expect(answering).rejects.toMatchObject({ code: 'signature.rejected' })
})

test('an item about which the insurer was silent may be signed, and is signed as that', async () => {
  practice.salamat.silentAbout.add(losartan)
  const { id } = await practice.signed(doctor, [item({ code: losartan })])
  const [version] = await versionsOf(id)
  expect(readSignedForm(version?.canonical ?? '').items[0]?.check.outcome).toBe('not-checked')
})

test.each([
  ['without items', [], 'prescription.empty'],
  ['with an unfinished item', [item({ quantity: null })], 'prescription.incomplete'],
  ['with an item that the insurer does not take', [item(), item({ code: vitamin })], 'prescription.not-registrable'],
])('a draft %s is not put to the signer', async (_, items, code) => {
  await expect(practice.ask(doctor, await practice.checked(doctor, items))).rejects.toMatchObject({ code })
})

test('an item that changed since the insurer was asked is not put to the signer', async () => {
  await expect(practice.ask(doctor, await practice.draft(doctor))).rejects.toMatchObject({ code: 'prescription.not-checked' })
})

const licence = (state: PracticeLicence['state']) => ({ licence: { state, reason: 'رأی هیئت', validUntil: '2027-01-01' } })
test.each<[string, Partial<Practitioner>, string, object]>([
  ['a revoked licence', licence('revoked'), 'council.licence-revoked', { reason: 'رأی هیئت' }],
  ['a suspended licence', licence('suspended'), 'council.licence-suspended', { reason: 'رأی هیئت' }],
  ['an expired licence', licence('expired'), 'council.licence-expired', { reason: 'رأی هیئت' }],
  ['a sentence in force', { sentence: { text: 'محرومیت موقت' } }, 'council.licence-suspended', { reason: 'محرومیت موقت' }],
  ['somebody else’s number', { nationalCode: '0082641358' }, 'council.mismatch', {}],
  ['another specialty', { specialty: { codes: ['151327'], title: 'فوق تخصص گوارش' } }, 'council.specialty-changed', { specialty: 'فوق تخصص گوارش' }],
  ['no specialty any more', { specialty: null }, 'council.specialty-changed', { specialty: null }],
])('the council’s word at the moment of signing decides: %s', async (_, practitioner, code, detail) => {
  const draft = await practice.checked(doctor)
  practice.practitioner = practitioner
  await expect(practice.ask(doctor, draft)).rejects.toMatchObject({ code, detail })
})

test('while the council is silent nothing is put to the signer', async () => {
  const draft = await practice.checked(doctor)
  const silence = new NationalUnavailable('council-registry', { sent: 'no' })
  const councilRegistry = { practitioner: () => Promise.reject(silence) }
  const context = { ...doctor.context, national: { ...practice.national, councilRegistry } }
  await expect(practice.ask({ ...doctor, context }, draft)).rejects.toBe(silence)
  expect(await practice.db.signatureRequest.count({ where: { prescriptionId: draft.id } })).toBe(0)
})

test('the council is asked anew at a signature more than half a minute later, and a revocation counts at once then', async () => {
  const draft = await practice.checked(doctor)
  await practice.ask(doctor, draft)
  practice.practitioner = { licence: { state: 'revoked', reason: 'رأی هیئت', validUntil: '2027-01-01' } }
  practice.pass(31)
  await expect(practice.ask(doctor, draft)).rejects.toMatchObject({ code: 'council.licence-revoked' })
})

test('a centre that was suspended since she chose it signs nothing', async () => {
  const draft = await practice.checked(doctor)
  practice.pass(301)
  practice.centreLicence = { state: 'suspended', reason: 'تعلیق', validUntil: '2027-06-21' }
  await expect(practice.ask(doctor, draft)).rejects.toMatchObject({ code: 'centre.inactive' })
})

test('without a passkey she is told so', async () => {
  const draft = await practice.checked(doctor)
  await practice.db.passkey.deleteMany({ where: { personId: doctor.context.actor.personId } })
  await expect(practice.ask(doctor, draft)).rejects.toMatchObject({ code: 'signature.no-passkey' })
})

test('answers of the insurer that were withdrawn after the challenge void it', async () => {
  const draft = await practice.checked(doctor)
  const request = await practice.ask(doctor, draft)
  await practice.db.itemCheck.deleteMany({ where: { prescriptionId: draft.id } })
  const answering = signWithPasskey(doctor.context, { id: request.id, response: practice.answer(doctor, request) })
  await expect(answering).rejects.toMatchObject({ code: 'prescription.changed-elsewhere' })
  expect(await practice.reload(doctor, draft)).toMatchObject({ status: 'draft' })
})
