import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { release, withdrawn } from '../../testing/catalogue.ts'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { discardDraft } from './discard-draft.ts'
import { findPrescription } from './find-prescription.ts'
import { listPrescriptions } from './list-prescriptions.ts'
import { openDraft } from './open-draft.ts'

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

test('what the composer wrote is completed from the national list, directions in words included', async () => {
  const { items, terminologyRelease } = await practice.draft(doctor)
  expect(items[0]).toMatchObject({
    name: { fa: 'متفورمین قرص ۵۰۰ میلی‌گرم', en: 'METFORMIN TABLET ORAL 500 mg' },
    strength: '500 mg',
    form: 'قرص',
    route: 'خوراکی',
    readBack: 'یک قرص، روزی دو بار (هر ۱۲ ساعت)، به مدت ۳۰ روز، بعد از غذا',
  })
  expect(terminologyRelease).toBe(release)
})

test('of two tabs that save from the same revision exactly one wins', async () => {
  const draft = await practice.draft(doctor)
  const saves = await Promise.allSettled([1, 2, 3].map((quantity) => practice.save(doctor, draft, [item({ quantity })])))
  expect(saves.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  const lost = saves.find((it) => it.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'prescription.changed-elsewhere' })
  expect((await practice.reload(doctor, draft)).revision).toBe(draft.revision + 1)
})

test.each([
  ['unknown', item({ code: '11111' }), 'terminology.code-unknown'],
  ['retired', item({ code: withdrawn }), 'terminology.code-retired'],
  ['without such a frequency', item({ frequency: 'NEVER' }), 'terminology.code-unknown'],
])('a code that is %s is not prescribed', async (_, wrong, code) => {
  const draft = await practice.draft(doctor)
  await expect(practice.save(doctor, draft, [wrong])).rejects.toMatchObject({ code })
})

test('two items cannot share a key', async () => {
  const draft = await practice.draft(doctor)
  const one = item()
  await expect(practice.save(doctor, draft, [one, one])).rejects.toMatchObject({ code: 'request.invalid' })
})

test('an insured prescription needs a covered visit; a private one does not', async () => {
  practice.eligibility = { person: 'alive', identity: { firstName: 'الف', lastName: 'ب', gender: 'male', birthDate: '1990-01-01' }, coverages: [], used: null, choice: null, hid: null, message: null }
  const { id: encounterId } = await practice.encounter(doctor)
  const open = (pays: 'insurer' | 'private') => openDraft(doctor.context, { encounterId, pays, declaredName: null })
  await expect(open('insurer')).rejects.toMatchObject({ code: 'encounter.not-covered' })
  expect(await open('private')).toMatchObject({ insurer: 'private', hid: null, status: 'draft' })
})

test('for a person whom nobody named, the doctor declares the name and it is marked so', async () => {
  practice.eligibility = { person: 'unknown', identity: null, coverages: [], used: null, choice: null, hid: null, message: null }
  const { id: encounterId } = await practice.encounter(doctor)
  const open = (declaredName: { firstName: string; lastName: string } | null) => openDraft(doctor.context, { encounterId, pays: 'private', declaredName })
  await expect(open(null)).rejects.toMatchObject({ code: 'patient.name-required' })
  const { patient } = await open({ firstName: 'ناشناس', lastName: 'بیمار' })
  expect(patient).toMatchObject({ isDeclared: true, person: { firstName: 'ناشناس', lastName: 'بیمار' } })
})

test('an insured prescription needs her own account at the insurer', async () => {
  const withoutAccount = await practice.doctor({ insurer: null })
  await expect(practice.draft(withoutAccount)).rejects.toMatchObject({ code: 'payer.account-missing' })
})

test('the prescription of another centre, or of another doctor, is not found', async () => {
  const draft = await practice.draft(doctor)
  const { actor } = doctor.context
  const elsewhere = { ...doctor.context, actor: { ...actor, at: { ...actor.at, centreId: 'SIAM-1100386' } } }
  await expect(findPrescription(elsewhere, { id: draft.id })).rejects.toMatchObject({ code: 'prescription.not-found' })
  const another = await practice.doctor()
  await expect(findPrescription(another.context, { id: draft.id })).rejects.toMatchObject({ code: 'prescription.not-found' })
  await expect(practice.save(another, draft, [])).rejects.toMatchObject({ code: 'prescription.not-found' })
})

test('a discarded draft stays in the list and takes no further step', async () => {
  const draft = await practice.draft(doctor)
  expect(await discardDraft(doctor.context, { id: draft.id, revision: draft.revision })).toMatchObject({ status: 'discarded' })
  await expect(practice.save(doctor, draft, [])).rejects.toMatchObject({ code: 'prescription.wrong-status' })
  const { prescriptions } = await listPrescriptions(doctor.context, { status: 'discarded', limit: 50 })
  expect(prescriptions.map(({ id }) => id)).toContain(draft.id)
  expect(await practice.auditOf(draft.id)).toEqual(['prescription.begun', 'prescription.discarded'])
})

test('the list is hers alone, newest first, in pages', async () => {
  const her = await practice.doctor()
  const written: string[] = []
  for (let n = 0; n < 3; n += 1) {
    practice.pass(60)
    written.unshift((await practice.draft(her)).id)
  }
  const first = await listPrescriptions(her.context, { limit: 2 })
  expect(first.prescriptions.map(({ id }) => id)).toEqual(written.slice(0, 2))
  const second = await listPrescriptions(her.context, { limit: 2, before: first.next ?? '' })
  expect(second.prescriptions.map(({ id }) => id)).toEqual(written.slice(2))
  expect(second.next).toBeNull()
  expect(first.prescriptions[0]).toMatchObject({ patientName: 'زهرا احمدی‌فر', itemCount: 1, firstItems: ['متفورمین قرص ۵۰۰ میلی‌گرم'] })
})
