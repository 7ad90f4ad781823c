import { MOST_FOUND, type PatientQuery } from '@noskhe/shared/patients/search'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { EligibilityAnswer } from '../../../national/eligibility/port.ts'
import { type Doctor, Practice } from '../../../testing/practice.ts'
import { codeOf } from '../testing/national-codes.ts'
import { openEncounter } from '../open-encounter.ts'
import { openEncounterOfPatient } from '../open-encounter-of-patient.ts'
import { saveContact } from '../save-contact.ts'
import { keepEarlier } from '../seen/keep-earlier.ts'
import { searchPatients } from './search-patients.ts'

let practice: Practice
let doctor: Doctor
let covered: EligibilityAnswer
let centres = 0

beforeAll(async () => {
  practice = await Practice.open()
  if (practice.eligibility instanceof Error) throw practice.eligibility
  covered = practice.eligibility
})
beforeEach(async () => {
  await practice.startOver()
  // A centre of its own for each test: who was seen in another is not found.
  doctor = await practice.doctor({ centreId: `SIAM-90${(centres += 1)}` })
})
afterAll(() => practice.close())

interface Somebody {
  number: number
  firstName?: string
  lastName?: string
  birthDate?: string
  newborn?: string | null
}

/** Somebody who comes to a doctor, and whom the registry calls so. */
function seen({ number, firstName = 'زهرا', lastName = 'احمدی‌فر', birthDate = '1990-07-03', newborn = null }: Somebody, by = doctor) {
  practice.eligibility = { ...covered, identity: { firstName, lastName, gender: 'female', birthDate } }
  return openEncounter(by.context, { identity: { kind: 'national-code', value: codeOf(number) }, newbornBirthDate: newborn })
}

const search = (query: PatientQuery, by = doctor) => searchPatients(by.context, { query })
const named = (name: string, by = doctor) => search({ by: 'name', names: [name] }, by)
const lastNames = ({ patients }: Awaited<ReturnType<typeof search>>) => patients.map(({ lastName }) => lastName)

test('found by name with what tells her apart, and of her id only the end', async () => {
  const { openedAt } = await seen({ number: 1 })
  const { patients, leftOut } = await named('احمدی')
  expect(leftOut).toBe('nothing')
  expect(patients).toEqual([
    {
      id: patients[0]?.id, firstName: 'زهرا', lastName: 'احمدی‌فر', isDeclared: false, isNewborn: false, gender: 'female', birthDate: '1990-07-03',
      identityKind: 'national-code', identityEnd: codeOf(1).slice(-4), lastVisitAt: openedAt, isAlike: false, isTreatedByMe: true,
    },
  ])
})

test.each(['احمدی فر', 'احمديفر زه', 'زهرا', 'فر'])('«%s» finds «زهرا احمدی‌فر»', async (typed) => {
  await seen({ number: 1 })
  expect(lastNames(await named(typed))).toEqual(['احمدی‌فر'])
})

test('who only sounds like what was typed comes after those who are spelt so', async () => {
  await seen({ number: 1, firstName: 'رضا', lastName: 'صابری' })
  await seen({ number: 2, firstName: 'رضا', lastName: 'ثابری' })
  const { patients } = await named('ثابر')
  expect(patients.map(({ lastName, isAlike }) => [lastName, isAlike])).toEqual([['ثابری', false], ['صابری', true]])
})

test('found by year, month and day of birth, and only by the one meant', async () => {
  await seen({ number: 1, lastName: 'نخست', birthDate: '1990-07-03' })
  await seen({ number: 2, lastName: 'دوم', birthDate: '1991-03-20' })
  await seen({ number: 3, lastName: 'سوم', birthDate: '1991-03-21' })
  expect(lastNames(await search({ by: 'birth', from: '1990-03-21', until: '1991-03-21' })).toSorted()).toEqual(['دوم', 'نخست'])
  expect(lastNames(await search({ by: 'birth', from: '1990-07-03', until: '1990-07-04' }))).toEqual(['نخست'])
})

test('found by the telephone that she told last, and no more by the one before', async () => {
  const first = await seen({ number: 1 })
  await saveContact(doctor.context, { id: first.id, phone: '09121111111' })
  await saveContact(doctor.context, { id: first.id, phone: '02188776655' })
  expect(lastNames(await search({ by: 'phone', phone: '02188776655' }))).toEqual(['احمدی‌فر'])
  expect(lastNames(await search({ by: 'phone', phone: '09121111111' }))).toEqual([])
})

test('a colleague at the centre finds her, and is told that the chart is not open to her', async () => {
  await seen({ number: 1 })
  const colleague = await practice.doctor({ centreId: doctor.context.actor.at.centreId })
  expect((await named('احمدی', colleague)).patients).toMatchObject([{ lastName: 'احمدی‌فر', isTreatedByMe: false }])
})

test('nobody of another centre is found, by nothing', async () => {
  const { id } = await seen({ number: 1 })
  await saveContact(doctor.context, { id, phone: '09121111111' })
  const elsewhere = await practice.doctor({ centreId: 'SIAM-elsewhere' })
  for (const query of [
    { by: 'name', names: ['زهرا'] },
    { by: 'birth', from: '1900-01-01', until: '2100-01-01' },
    { by: 'phone', phone: '09121111111' },
  ] satisfies PatientQuery[]) {
    expect(await search(query, elsewhere)).toEqual({ patients: [], leftOut: 'nothing' })
  }
})

test('somebody who comes again is one patient, by her newest name', async () => {
  await seen({ number: 1, lastName: 'قدیمی' })
  practice.pass(60)
  const again = await seen({ number: 1, lastName: 'تازه' })
  expect((await named('تازه')).patients).toMatchObject([{ lastVisitAt: again.openedAt }])
  expect(lastNames(await named('قدیمی'))).toEqual([])
})

test('a visit that was told nothing of her takes away nothing', async () => {
  await seen({ number: 1 })
  practice.eligibility = { ...covered, person: 'unknown', identity: null, coverages: [], used: null, hid: null }
  await openEncounter(doctor.context, { identity: { kind: 'national-code', value: codeOf(1) }, newbornBirthDate: null })
  expect(lastNames(await named('احمدی'))).toEqual(['احمدی‌فر'])
})

test('a newborn is another patient than the mother, born on the day that was told', async () => {
  await seen({ number: 1 })
  await seen({ number: 1, newborn: '2026-11-20' })
  expect((await search({ by: 'birth', from: '2026-11-01', until: '2026-12-01' })).patients).toMatchObject([{ isNewborn: true, lastName: 'احمدی‌فر' }])
  expect((await named('احمدی')).patients).toHaveLength(2)
})

test('whom no registry names is found by the name that the prescriber declares', async () => {
  practice.eligibility = { ...covered, person: 'unknown', identity: null, coverages: [], used: null, hid: null }
  const { id } = await openEncounter(doctor.context, { identity: { kind: 'unique-id', value: 'UM140500000127' as never }, newbornBirthDate: null })
  await practice.beginPrivate(doctor.context, id, { firstName: 'ناشناس', lastName: 'پارک لاله' })
  expect((await named('پارک')).patients).toMatchObject([{ firstName: 'ناشناس', isDeclared: true, identityKind: 'unique-id' }])
})

test('of too many nobody is shown', async () => {
  for (let number = 1; number <= MOST_FOUND + 1; number += 1) await seen({ number, firstName: 'سارا' })
  expect(await named('سارا')).toEqual({ patients: [], leftOut: 'all' })
})

test('as many as can be shown are shown', async () => {
  for (let number = 1; number <= MOST_FOUND; number += 1) await seen({ number, firstName: 'سارا' })
  expect(await named('سارا')).toMatchObject({ leftOut: 'nothing', patients: { length: MOST_FOUND } })
})

test('where those who sound alike make it too many, they are left out first', async () => {
  for (let number = 1; number <= MOST_FOUND; number += 1) await seen({ number, firstName: 'ثارا' })
  await seen({ number: MOST_FOUND + 1, firstName: 'سارا', lastName: 'یگانه' })
  const { patients, leftOut } = await named('سارا')
  expect([patients.map(({ lastName }) => lastName), leftOut]).toEqual([['یگانه'], 'alike'])
})

test('every search is audited by what was looked for and how many were shown, and not by whom', async () => {
  await seen({ number: 1 })
  await named('احمدی')
  const [event] = await practice.db.auditEvent.findMany({ where: { centreId: doctor.context.actor.at.centreId, action: 'patients.looked-up' } })
  expect(event).toMatchObject({ subject: null, detail: { by: 'name', shown: 1, leftOut: 'nothing' }, personId: doctor.context.actor.personId })
})

test('a visit is opened of who was found, as by her id', async () => {
  await seen({ number: 1 })
  const [found] = (await named('احمدی')).patients
  const opened = await openEncounterOfPatient(doctor.context, { id: found?.id ?? '' })
  expect(opened).toMatchObject({ identity: { kind: 'national-code', value: codeOf(1) }, newbornBirthDate: null, state: 'covered' })
})

test('nobody opens a visit of a patient of another centre', async () => {
  await seen({ number: 1 })
  const [found] = (await named('احمدی')).patients
  const elsewhere = await practice.doctor({ centreId: 'SIAM-elsewhere' })
  await expect(openEncounterOfPatient(elsewhere.context, { id: found?.id ?? '' })).rejects.toMatchObject({ code: 'patient.not-found' })
})

test('patients of visits from before they were kept are kept, the newest word of each', async () => {
  const { id } = await seen({ number: 1, lastName: 'قدیمی' })
  practice.pass(60)
  await seen({ number: 1, lastName: 'تازه' })
  const { centreId } = doctor.context.actor.at
  await practice.db.patientWord.deleteMany({ where: { centreId } })
  await practice.db.patient.deleteMany({ where: { centreId } })
  await practice.db.encounter.updateMany({ where: { centreId }, data: { patientId: null } })
  expect(lastNames(await named('تازه'))).toEqual([])
  await keepEarlier(practice)
  expect(lastNames(await named('تازه'))).toEqual(['تازه'])
  expect(await practice.db.encounter.findFirst({ where: { centreId, id } })).toMatchObject({ patientId: expect.any(String) as string })
})
