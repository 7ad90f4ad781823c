import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../context.ts'
import { NationalUnavailable } from '../../national/port.ts'
import { refusal } from '../../testing/insurer.ts'
import { type Doctor, Practice, patientCode } from '../../testing/practice.ts'
import { declareCoverage } from './declare-coverage.ts'
import { findEncounter } from './find-encounter.ts'
import { settleHids } from './hids/settle-hids.ts'
import { openEncounter } from './open-encounter.ts'
import { refillReserve } from './reserve/refill-reserve.ts'
import { HidOffice, insured } from './testing/hid-office.ts'

const identity = { kind: 'national-code' as const, value: patientCode }
const asked = { identity, newbornBirthDate: null }

let practice: Practice
let doctor: Doctor
let office: HidOffice
let context: Context
beforeAll(async () => void (practice = await Practice.open()))
afterAll(() => practice.close())
beforeEach(async () => {
  await practice.startOver()
  practice.now = new Date('2026-11-25T09:00:00.000Z')
  // Each test has a centre, and so a reserve, of its own.
  doctor = await practice.doctor({ centreId: `SIAM-${randomUUID()}` })
  office = new HidOffice()
  context = office.answering(doctor.context, insured)
})

/** The centre has had a visit, has its reserve, and now the office is silent about the next patient. */
async function unanswered() {
  await openEncounter(context, { ...asked, newbornBirthDate: '2026-11-01' })
  await refillReserve(context)
  office.isSilent = true
  return openEncounter(context, asked)
}
const declare = (id: string, by: Context = context) => declareCoverage(by, { id, insurer: 'salamat' })
const reserveLeft = () => practice.db.hid.count({ where: { centreId: context.actor.at.centreId, state: 'reserved' } })

test('an unanswered visit says for whom there is a reserve', async () => {
  expect(await unanswered()).toMatchObject({ state: 'unanswered', hid: null, reservedFor: ['salamat'] })
})

test('where the insurer itself says yes, the visit goes on under a reserved HID, unconfirmed', async () => {
  const { id } = await unanswered()
  const visit = await declare(id)
  expect(visit).toMatchObject({
    state: 'unconfirmed', used: 'salamat', reservedFor: [], message: 'زهرا احمدی‌فر · کارکنان دولت',
    hid: { issuer: 'IHIO', insurer: 'salamat', state: 'bound', rejection: null },
  })
  expect(office.known.has(visit.hid?.value ?? '')).toBe(true)
  expect(await practice.auditOf(id)).toEqual(['patient.looked-up', 'hid.bound'])
})

test('the prescription is the insurer’s, with the reserved HID and its state', async () => {
  const { id } = await unanswered()
  const { hid } = await declare(id)
  const draft = await practice.begin(context, id, { firstName: 'زهرا', lastName: 'احمدی‌فر' })
  expect(draft).toMatchObject({ insurer: 'salamat', hid, patient: { isDeclared: true } })
})

test('when eligibility answers again the HID is confirmed, and the visit with what was written on it shows it', async () => {
  const { id } = await unanswered()
  await declare(id)
  const draft = await practice.begin(context, id, { firstName: 'زهرا', lastName: 'احمدی‌فر' })
  await settleHids(context)
  expect(await findEncounter(context, { id })).toMatchObject({ state: 'unconfirmed', hid: { state: 'bound' } })
  office.isSilent = false
  practice.pass(60)
  await settleHids(context)
  expect(await findEncounter(context, { id })).toMatchObject({ state: 'covered', hid: { state: 'confirmed' } })
  expect(await practice.reload({ ...doctor, context }, draft)).toMatchObject({ hid: { state: 'confirmed' } })
  expect(await practice.auditOf(id)).toEqual(['patient.looked-up', 'hid.bound', 'hid.confirmed'])
})

test('a HID that eligibility rejects is said to be so in its words, and nothing new is written on it', async () => {
  const { id } = await unanswered()
  await declare(id)
  office.isSilent = false
  office.refusal = 'پوشش بیمه‌ای معتبری یافت نشد'
  await settleHids(context)
  expect(await findEncounter(context, { id })).toMatchObject({ state: 'unconfirmed', hid: { state: 'rejected', rejection: office.refusal } })
  const name = { firstName: 'زهرا', lastName: 'احمدی‌فر' }
  await expect(practice.begin(context, id, name)).rejects.toMatchObject({ code: 'encounter.hid-ended' })
})

test.each([
  ['does not cover her', { ...insured, outcome: 'not-covered' as const }, { code: 'encounter.not-covered' }],
  ['refuses', refusal('patient-unknown', 'بیمه این شخص را نمی‌شناسد.'), { code: 'payer.refused', detail: { reason: 'بیمه این شخص را نمی‌شناسد.' } }],
  ['is silent too', new NationalUnavailable('ihio', { sent: 'no' }), { name: 'NationalUnavailable' }],
])('where the insurer %s nothing is bound', async (_what, coverage, thrown) => {
  const { id } = await unanswered()
  const before = await reserveLeft()
  await expect(declare(id, office.answering(doctor.context, coverage))).rejects.toMatchObject(thrown)
  expect(await reserveLeft()).toBe(before)
  expect(await findEncounter(context, { id })).toMatchObject({ state: 'unanswered', hid: null })
})

test('a visit that was answered is not declared otherwise', async () => {
  const { id } = await openEncounter(context, asked)
  await expect(declare(id)).rejects.toMatchObject({ code: 'encounter.answered', detail: { state: 'covered' } })
})

test('without a reserve there is nothing to go on with', async () => {
  office.isSilent = true
  const { id, reservedFor } = await openEncounter(context, asked)
  expect(reservedFor).toEqual([])
  await expect(declare(id)).rejects.toMatchObject({ code: 'hid.none-reserved' })
})

test('what has lapsed is not bound', async () => {
  const { id } = await unanswered()
  practice.pass(3 * 86_400)
  await expect(declare(id)).rejects.toMatchObject({ code: 'hid.none-reserved' })
})

test('pressed twice at once, one HID is bound', async () => {
  const { id } = await unanswered()
  const before = await reserveLeft()
  const answers = await Promise.allSettled([declare(id), declare(id), declare(id)])
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  expect(await reserveLeft()).toBe(before - 1)
  expect((await declare(id)).hid?.state).toBe('bound')
})

test('visits that are taken on at once never share a HID, and who comes too late gets none', async () => {
  await unanswered()
  const left = await reserveLeft()
  const visits = await Promise.all(Array.from({ length: left + 2 }, () => openEncounter(context, asked)))
  const answers = await Promise.allSettled(visits.map(({ id }) => declare(id)))
  const bound = answers.flatMap((it) => (it.status === 'fulfilled' ? [it.value.hid?.value] : []))
  expect(new Set(bound).size).toBe(left)
  expect(bound).toHaveLength(left)
  expect(answers.flatMap((it) => (it.status === 'rejected' ? [(it.reason as { code: string }).code] : []))).toEqual(['hid.none-reserved', 'hid.none-reserved'])
})

test('another doctor’s visit is not hers to go on with', async () => {
  const { id } = await unanswered()
  const other = await practice.doctor({ centreId: context.actor.at.centreId })
  await expect(declare(id, office.answering(other.context, insured))).rejects.toMatchObject({ code: 'encounter.not-found' })
})
