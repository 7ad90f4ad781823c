import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../../context.ts'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import { type Doctor, Practice, item, patientCode } from '../../../testing/practice.ts'
import { findEncounter } from '../find-encounter.ts'
import { openEncounter } from '../open-encounter.ts'
import { HidOffice, insured } from '../testing/hid-office.ts'
import { settleHids } from './settle-hids.ts'

const GRACE_SECONDS = 5 * 60

let practice: Practice
let office: HidOffice
let doctor: Doctor
let context: Context
beforeAll(async () => void (practice = await Practice.open()))
afterAll(() => practice.close())
beforeEach(async () => {
  await practice.startOver()
  practice.now = new Date('2026-11-25T09:00:00.000Z')
  await practice.db.hid.deleteMany()
  office = new HidOffice()
  const { context: plain, device } = await practice.doctor({ centreId: `SIAM-${randomUUID()}` })
  context = office.answering(plain, insured)
  doctor = { context, device }
})

const visit = (by: Context = context) => openEncounter(by, { identity: { kind: 'national-code', value: patientCode }, newbornBirthDate: null })
const begin = ({ id }: Encounter, by: Context = context) => practice.begin(by, id)
const discard = (it: { id: string; revision: number }, by: Context = context) => practice.discard(by, it)
const stateOf = async ({ id }: Encounter, by: Context = context) => (await findEncounter(by, { id })).hid?.state
const eliminations = () => office.calls.filter((call) => call === 'eliminate').length

/** A visit whose only draft was thrown away. */
async function givenUp(): Promise<Encounter> {
  const it = await visit()
  await discard(await begin(it))
  return it
}

test('the HID of a visit whose draft is thrown away is taken back after a while, with its reason and a trace', async () => {
  const it = await givenUp()
  await settleHids(context)
  expect(await stateOf(it)).toBe('issued')
  practice.pass(GRACE_SECONDS)
  await settleHids(context)
  expect(await stateOf(it)).toBe('eliminated')
  expect(office.known.get(it.hid?.value ?? '')?.isEliminated).toBe(true)
  expect(await practice.auditOf(it.id)).toEqual(['patient.looked-up', 'hid.given-up', 'hid.eliminated'])
})

test('a silent service is told later; a lost answer is asked for and not taken for a refusal', async () => {
  const it = await givenUp()
  practice.pass(GRACE_SECONDS)
  office.isSilent = true
  await settleHids(context)
  expect(await stateOf(it)).toBe('eliminating')
  office.isSilent = false
  office.losesAnswers = true
  practice.pass(60)
  await settleHids(context)
  expect(await stateOf(it)).toBe('eliminating')
  office.losesAnswers = false
  practice.pass(60)
  await settleHids(context)
  expect(await stateOf(it)).toBe('eliminated')
})

test('between tries the service is left alone, and what is done is not done again', async () => {
  await givenUp()
  practice.pass(GRACE_SECONDS)
  office.isSilent = true
  await settleHids(context)
  await settleHids(context)
  expect(eliminations()).toBe(1)
  office.isSilent = false
  practice.pass(60)
  await settleHids(context)
  practice.pass(3600)
  await settleHids(context)
  expect(eliminations()).toBe(2)
})

test('rounds of several processes at once tell the service once', async () => {
  await givenUp()
  practice.pass(GRACE_SECONDS)
  await Promise.all([settleHids(context), settleHids(context), settleHids(context)])
  expect(eliminations()).toBe(1)
})

test('a HID on which something else is written is kept', async () => {
  const it = await visit()
  const draft = await begin(it)
  await begin(it)
  await discard(draft)
  practice.pass(GRACE_SECONDS)
  await settleHids(context)
  expect(eliminations()).toBe(0)
  expect(await stateOf(it)).toBe('issued')
})

test('a colleague’s draft for the same person on the same day keeps it too', async () => {
  const it = await visit()
  const colleague = office.answering((await practice.doctor({ centreId: context.actor.at.centreId })).context, insured)
  const draft = await begin(it)
  await begin(await visit(colleague), colleague)
  await discard(draft)
  practice.pass(GRACE_SECONDS)
  await settleHids(context)
  expect(eliminations()).toBe(0)
})

test.each([
  ['asked about again', (it: Encounter) => visit().then(() => it)],
  ['written on again', (it: Encounter) => begin(it)],
])('a visit that is %s in time keeps its HID', async (_how, takeUp) => {
  const it = await givenUp()
  await takeUp(it)
  practice.pass(GRACE_SECONDS)
  await settleHids(context)
  expect(eliminations()).toBe(0)
  expect(await stateOf(it)).toBe('issued')
})

test('once the service is being told, nothing is written on it any more', async () => {
  const it = await givenUp()
  practice.pass(GRACE_SECONDS)
  office.isSilent = true
  await settleHids(context)
  await expect(begin(it)).rejects.toMatchObject({ code: 'encounter.hid-ended', detail: { state: 'eliminating' } })
})

test('throwing away and beginning at once never leaves a draft on a HID that is taken back', async () => {
  const it = await visit()
  const draft = await begin(it)
  await Promise.allSettled([discard(draft), begin(it)])
  const live = await practice.db.prescription.count({ where: { encounterId: it.id, status: 'draft' } })
  practice.pass(GRACE_SECONDS)
  await settleHids(context)
  expect({ live, eliminations: eliminations() }).toEqual({ live: 1, eliminations: 0 })
})

test('what the service keeps, because it was served, is said to be confirmed and not retried', async () => {
  const it = await givenUp()
  practice.pass(GRACE_SECONDS)
  office.refusal = 'با این شباد نسخه ثبت شده است'
  await settleHids(context)
  expect(await stateOf(it)).toBe('confirmed')
  expect(await practice.auditOf(it.id)).toContain('hid.not-eliminated')
  practice.pass(3600)
  await settleHids(context)
  expect(eliminations()).toBe(1)
})

test('a visit may be given up without a draft, said once or twice; one that was written in may not', async () => {
  const it = await visit()
  await practice.giveUp(context, it.id, 'wrong-person')
  await practice.giveUp(context, it.id, 'wrong-person')
  practice.pass(GRACE_SECONDS)
  await settleHids(context)
  expect(await stateOf(it)).toBe('eliminated')
  expect((await practice.auditOf(it.id)).filter((action) => action === 'hid.given-up')).toHaveLength(1)

  const next = await visit()
  expect(next.hid?.value).not.toBe(it.hid?.value)
  await begin(next)
  await expect(practice.giveUp(context, next.id, 'visit-given-up')).rejects.toMatchObject({ code: 'encounter.in-use' })
})

/** A registered prescription on the HID of a visit. */
async function registered(): Promise<Encounter> {
  const it = await visit()
  const saved = await practice.save(doctor, await begin(it), [item()])
  const signed = await practice.sign(doctor, await practice.check(doctor, saved))
  await practice.register(context, signed)
  return it
}

test('the HID of a registered visit is verified, and confirmed', async () => {
  const it = await registered()
  expect(await stateOf(it)).toBe('issued')
  await settleHids(context)
  expect(await stateOf(it)).toBe('confirmed')
  expect(await practice.auditOf(it.id)).toEqual(['patient.looked-up', 'hid.confirmed'])
})

test.each([
  ['as somebody else’s', { identity: { kind: 'national-code' as const, value: '0451627385' }, isEliminated: false }, /شخص یا بیمه‌گر دیگری/],
  ['as eliminated', { identity: { kind: 'national-code' as const, value: patientCode }, isEliminated: true }, /ابطال شده/],
  ['as nobody’s', { identity: null, isEliminated: false }, /نمی‌شناسد/],
])('a HID that the service knows %s is rejected, in words', async (_how, known, said) => {
  const it = await registered()
  office.known.set(it.hid?.value ?? '', known)
  await settleHids(context)
  const { hid } = await findEncounter(context, { id: it.id })
  expect(hid).toMatchObject({ state: 'rejected', rejection: expect.stringMatching(said) as string })
})
