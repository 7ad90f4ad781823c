import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { losartan, vitamin } from '../../testing/catalogue.ts'
import { barrier, refusal } from '../../testing/insurer.ts'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { findDispensing } from './find-dispensing.ts'
import { reconcileRegistrations } from './reconcile-registrations.ts'
import { registerPrescription } from './register-prescription.ts'

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

const register = ({ id, version }: Prescription) => registerPrescription(doctor.context, { id, version })
const attemptsOf = (prescriptionId: string) => practice.db.registrationAttempt.findMany({ where: { prescriptionId }, orderBy: { startedAt: 'asc' } })

/** One round of the worker, some seconds later. */
async function reconcile(seconds = 5): Promise<void> {
  practice.pass(seconds)
  await reconcileRegistrations(doctor.context)
}

test('a signed prescription is registered whole, under its tracking code', async () => {
  const signed = await practice.signed(doctor, [item(), item({ code: losartan })])
  expect(await register(signed)).toMatchObject({ status: 'registered', trackingCode: '10000', registeredAt: practice.now.toISOString() })
  expect([...practice.salamat.registrations.values()].map(({ checkRefs }) => checkRefs.length)).toEqual([2])
  expect(await attemptsOf(signed.id)).toMatchObject([{ state: 'confirmed', version: 1 }])
  expect((await practice.auditOf(signed.id)).slice(-2)).toEqual(['prescription.registration-sent', 'prescription.registered'])
})

test('a draft is not registered, whoever asks', async () => {
  const draft = await practice.checked(doctor)
  await expect(register(draft)).rejects.toMatchObject({ code: 'prescription.wrong-status' })
  expect(practice.salamat.timesAsked('register')).toBe(0)
})

test('another version than the one she saw is not registered', async () => {
  const signed = await practice.signed(doctor)
  await expect(register({ ...signed, version: 2 })).rejects.toMatchObject({ code: 'prescription.changed-elsewhere' })
})

test('of several who register at once exactly one tells the insurer', async () => {
  practice.salamat.silentAbout.add(losartan)
  const signed = await practice.signed(doctor, [item({ code: losartan })])
  practice.salamat.silentAbout.clear()
  const { port } = practice.salamat
  const prompt = port.checkOrder.bind(port)
  const all = barrier(8)
  port.checkOrder = async (asked) => {
    await all()
    return prompt(asked)
  }
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => register(signed)))
  expect(outcomes.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  expect(practice.salamat.timesAsked('register')).toBe(1)
})

test('a refusal reopens the draft with the insurer’s words, and keeps the signature as void', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.refusesRegistration = refusal('patient-deceased', 'بیمار در سامانهٔ بیمه فوت‌شده است.')
  await expect(register(signed)).rejects.toMatchObject({ code: 'payer.refused', detail: { reason: 'بیمار در سامانهٔ بیمه فوت‌شده است.' } })
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'draft', version: 1, signedAt: null, refusal: 'بیمار در سامانهٔ بیمه فوت‌شده است.' })
  expect(await practice.db.prescriptionVersion.findFirst({ where: { prescriptionId: signed.id } })).toMatchObject({ voidedAt: practice.now })
  expect(await attemptsOf(signed.id)).toMatchObject([{ state: 'refused' }])
})

test('what was refused is signed again as the next version, chained to the one before', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.refusesRegistration = refusal('not-permitted')
  await expect(register(signed)).rejects.toThrow()
  practice.salamat.refusesRegistration = null
  const again = await practice.sign(doctor, await practice.reload(doctor, signed))
  const [first, second] = await practice.db.prescriptionVersion.findMany({ where: { prescriptionId: signed.id }, orderBy: { version: 'asc' } })
  expect(second).toMatchObject({ version: 2, previous: first?.digest })
  expect(await register(again)).toMatchObject({ status: 'registered', refusal: null })
})

/** The insurer acts as it does, and answers with a number that its contract does not name. */
function answerUnlisted(): void {
  const { port } = practice.salamat
  const keep = port.register.bind(port)
  port.register = async (asked) => {
    await keep(asked)
    return refusal('unlisted')
  }
}

test('a number of no contract is no refusal: what the insurer kept in spite of it is registered', async () => {
  const signed = await practice.signed(doctor)
  answerUnlisted()
  expect(await register(signed)).toMatchObject({ status: 'registered', trackingCode: '10000' })
  expect(practice.salamat.timesAsked('register')).toBe(1)
})

test('a number of no contract is a refusal once the insurer has said that it has nothing', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.refusesRegistration = refusal('unlisted', 'پیام بیمه را بخوانید.')
  await expect(register(signed)).rejects.toMatchObject({ code: 'payer.refused', detail: { reason: 'پیام بیمه را بخوانید.' } })
  expect(practice.salamat.timesAsked('findRegistration')).toBe(1)
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'draft', refusal: 'پیام بیمه را بخوانید.' })
})

test.each([
  ['will not say', async () => refusal('no-access')],
  ['answers another such number', async () => refusal('unlisted')],
])('a number of no contract stays unknown while the insurer %s what it has', async (_, findRegistration) => {
  const signed = await practice.signed(doctor)
  answerUnlisted()
  const { port } = practice.salamat
  const tell = port.findRegistration.bind(port)
  port.findRegistration = findRegistration
  expect(await register(signed)).toMatchObject({ status: 'registration-unknown' })
  await reconcile()
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'registration-unknown' })
  port.findRegistration = tell
  await reconcile(30)
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'registered', trackingCode: '10000' })
})

test('a refusal of her account leaves what she signed as it is', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.refusesRegistration = refusal('sign-in', 'رمز عبور شما نزد بیمه نادرست است.')
  await expect(register(signed)).rejects.toMatchObject({ code: 'payer.refused' })
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'signed', version: 1 })
  practice.salamat.refusesRegistration = null
  expect(await register(signed)).toMatchObject({ status: 'registered' })
})

test('a visit that the insurer closed reopens the draft, whose items are asked about anew', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.endVisits()
  await expect(register(signed)).rejects.toMatchObject({ code: 'payer.refused' })
  const draft = await practice.reload(doctor, signed)
  expect(draft.items[0]?.check).toBeNull()
  const again = await practice.sign(doctor, await practice.check(doctor, draft))
  expect(await register(again)).toMatchObject({ status: 'registered' })
})

test('where nothing left us it stays signed, and she may register again', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.losesRegistration = 'not-sent'
  await expect(register(signed)).rejects.toMatchObject({ name: 'NationalUnavailable' })
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'signed' })
  expect(await register(signed)).toMatchObject({ status: 'registered' })
  expect((await attemptsOf(signed.id)).map(({ state }) => state)).toEqual(['unsent', 'confirmed'])
})

test('a lost answer is answered as unknown, and found by asking', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.losesRegistration = 'after-acting'
  expect(await register(signed)).toMatchObject({ status: 'registration-unknown', trackingCode: null })
  await reconcile()
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'registered', trackingCode: '10000' })
  expect(practice.salamat.timesAsked('register')).toBe(1)
  expect((await practice.auditOf(signed.id)).slice(-2)).toEqual(['prescription.registration-unknown', 'prescription.registered'])
})

test('one clean miss is not believed; after the second it is signed again and may be registered', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.losesRegistration = 'on-the-way'
  await register(signed)
  await reconcile()
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'registration-unknown' })
  await reconcile()
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'signed', version: 1 })
  expect(await attemptsOf(signed.id)).toMatchObject([{ state: 'never-arrived', cleanMisses: 2 }])
  expect(await register(signed)).toMatchObject({ status: 'registered' })
})

test('while the answer is unknown it is not told again', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.losesRegistration = 'on-the-way'
  await register(signed)
  await expect(register(signed)).rejects.toMatchObject({ code: 'prescription.wrong-status' })
  expect(practice.salamat.timesAsked('register')).toBe(1)
})

test('an insurer that stays silent keeps it unknown, however often it is asked', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.losesRegistration = 'after-acting'
  await register(signed)
  practice.salamat.silentAt.add('findRegistration')
  for (let round = 0; round < 4; round += 1) await reconcile(30)
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'registration-unknown' })
  practice.salamat.silentAt.clear()
  await reconcile(30)
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'registered' })
})

test('a refusal to answer the question is no clean miss', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.losesRegistration = 'after-acting'
  await register(signed)
  practice.salamat.port.findRegistration = async () => refusal('sign-in')
  for (let round = 0; round < 3; round += 1) await reconcile(30)
  expect(await attemptsOf(signed.id)).toMatchObject([{ state: 'unknown', cleanMisses: 0 }])
})

test('a process that died between attempt and answer is found after a minute, not before', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.losesRegistration = 'we-die'
  await expect(register(signed)).rejects.toThrow('killed')
  expect(await attemptsOf(signed.id)).toMatchObject([{ state: 'sent' }])
  await reconcile(59)
  expect(practice.salamat.timesAsked('findRegistration')).toBe(0)
  await reconcile(2)
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'registration-unknown' })
  await reconcile()
  await reconcile()
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'signed' })
})

test('two workers at once ask once', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.losesRegistration = 'on-the-way'
  await register(signed)
  practice.pass(5)
  await Promise.all([1, 2, 3].map(() => reconcileRegistrations(doctor.context)))
  expect(practice.salamat.timesAsked('findRegistration')).toBe(1)
  expect(await attemptsOf(signed.id)).toMatchObject([{ cleanMisses: 1 }])
})

test('a telling that arrived after we gave it up is recognised, not told as an error', async () => {
  const signed = await practice.signed(doctor)
  practice.salamat.losesRegistration = 'after-acting'
  await register(signed)
  const { port } = practice.salamat
  const honest = { ...port }
  port.findRegistration = async () => ({ outcome: 'not-registered' })
  await reconcile()
  await reconcile()
  Object.assign(port, honest)
  expect(await register(signed)).toMatchObject({ status: 'registered', trackingCode: '10000' })
  expect(practice.salamat.registrations.size).toBe(1)
})

test('a line about which the insurer was silent is asked about before the whole is told', async () => {
  practice.salamat.silentAbout.add(losartan)
  const signed = await practice.signed(doctor, [item(), item({ code: losartan })])
  await expect(register(signed)).rejects.toMatchObject({ name: 'NationalUnavailable' })
  expect(practice.salamat.timesAsked('register')).toBe(0)
  practice.salamat.silentAbout.clear()
  expect(await register(signed)).toMatchObject({ status: 'registered' })
  expect([...practice.salamat.registrations.values()].map(({ checkRefs }) => checkRefs.length)).toEqual([2])
})

test('a line that the insurer then does not take reopens the draft: nothing is registered in part', async () => {
  practice.salamat.silentAbout.add(vitamin)
  const signed = await practice.signed(doctor, [item(), item({ code: vitamin })])
  practice.salamat.silentAbout.clear()
  await expect(register(signed)).rejects.toMatchObject({ code: 'payer.refused' })
  expect(await practice.reload(doctor, signed)).toMatchObject({ status: 'draft' })
  expect(practice.salamat.registrations.size).toBe(0)
})

test('a private prescription is registered too, with every drug, covered or not', async () => {
  const draft = await practice.draft(doctor, [item(), item({ code: vitamin })], 'private')
  const registered = await register(await practice.sign(doctor, await practice.check(doctor, draft)))
  expect(registered).toMatchObject({ status: 'registered', trackingCode: '10000' })
  expect(registered.items.map((it) => it.check?.outcome)).toEqual(['private', 'private'])
  expect(practice.salamat.calls).toEqual([])
})

test('what was given is the insurer’s word, item by item, and its silence is shown as such', async () => {
  const registered = await register(await practice.signed(doctor, [item({ quantity: 30 }), item({ code: losartan, quantity: 10 })]))
  practice.salamat.given.set(losartan, 4)
  const dispensing = () => findDispensing(doctor.context, { id: registered.id })
  expect(await dispensing()).toMatchObject({
    state: 'answered',
    items: [
      { key: registered.items[0]?.key, progress: { delivered: 0, remaining: 30, state: 'waiting' } },
      { key: registered.items[1]?.key, progress: { delivered: 4, remaining: 6, state: 'partial' } },
    ],
  })
  practice.salamat.silentAt.add('progress')
  expect(await dispensing()).toMatchObject({ state: 'unanswered', items: [] })
})

test('of what is not registered the insurer is not asked', async () => {
  const signed = await practice.signed(doctor)
  expect(await findDispensing(doctor.context, { id: signed.id })).toMatchObject({ state: 'not-registered' })
  expect(practice.salamat.timesAsked('progress')).toBe(0)
})
