import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { EligibilityAnswer } from '../../national/eligibility/port.ts'
import { NationalUnavailable, NationalUnreadable } from '../../national/port.ts'
import { type Doctor, Practice, patientCode } from '../../testing/practice.ts'
import { findEncounter } from './find-encounter.ts'
import { openEncounter } from './open-encounter.ts'

let practice: Practice
let doctor: Doctor
let covered: EligibilityAnswer

beforeAll(async () => {
  practice = await Practice.open()
  if (practice.eligibility instanceof Error) throw practice.eligibility
  covered = practice.eligibility
})
beforeEach(async () => {
  await practice.startOver()
  doctor = await practice.doctor()
})
afterAll(() => practice.close())

const lapsed = () => covered.coverages.map((it) => ({ ...it, isValid: false }))

test.each<[string, Partial<EligibilityAnswer>]>([
  ['covered', {}],
  ['uninsured', { coverages: [], used: null, hid: null }],
  ['deceased', { person: 'deceased', used: null, hid: null }],
  ['blocked', { person: 'blocked', identity: null, coverages: [], used: null, hid: null }],
  ['unknown', { person: 'unknown', identity: null, coverages: [], used: null, hid: null }],
  ['not-connected', { used: 'tamin' }],
  ['unanswered', { hid: null }],
])('the answer leads to the state %s', async (state, change) => {
  practice.eligibility = { ...covered, ...change }
  expect(await practice.encounter(doctor)).toMatchObject({ state })
})

test('a coverage that ran out is not the same as none', async () => {
  practice.eligibility = { ...covered, coverages: lapsed(), used: null, hid: null }
  expect(await practice.encounter(doctor)).toMatchObject({ state: 'expired', coverages: [{ isValid: false }] })
})

test.each([
  ['silent', new NationalUnavailable('eligibility', { sent: 'maybe', timedOut: true })],
  ['unreadable', new NationalUnreadable('eligibility', { sent: 'maybe' })],
])('a %s eligibility service is neither covered nor uninsured, and is kept as that', async (_, silence) => {
  practice.eligibility = silence
  const { id } = await practice.encounter(doctor)
  expect(await findEncounter(doctor.context, { id })).toMatchObject({ state: 'unanswered', person: null, hid: null })
})

test('a newborn is asked for under the mother with the birth date', async () => {
  const asked: unknown[] = []
  const national = { ...practice.national, eligibility: { ...practice.national.eligibility, check: async (it: unknown) => (asked.push(it), covered) } }
  const identity = { kind: 'national-code' as const, value: patientCode }
  await openEncounter({ ...doctor.context, national }, { identity, newbornBirthDate: '2026-11-20' })
  expect(asked).toMatchObject([{ identity, newborn: { birthDate: '2026-11-20' } }])
})

test('a visit is found as it was opened', async () => {
  const opened = await practice.encounter(doctor)
  expect(await findEncounter(doctor.context, { id: opened.id })).toEqual(opened)
})

test('every look-up leaves its event', async () => {
  const { id } = await practice.encounter(doctor)
  expect(await practice.auditOf(id)).toEqual(['patient.looked-up'])
})

test('nobody finds the visit of another doctor or another centre', async () => {
  const { id } = await practice.encounter(doctor)
  const elsewhere = { ...doctor.context.actor, at: { ...doctor.context.actor.at, centreId: 'SIAM-1100386' } }
  await expect(findEncounter({ ...doctor.context, actor: elsewhere }, { id })).rejects.toMatchObject({ code: 'encounter.not-found' })
  await expect(findEncounter((await practice.doctor()).context, { id })).rejects.toMatchObject({ code: 'encounter.not-found' })
})

test('a centre whose licence was suspended admits nobody, in the words of SIAM', async () => {
  practice.centreLicence = { state: 'suspended', reason: 'تعلیق به دستور معاونت درمان', validUntil: '2027-06-21' }
  await expect(practice.encounter(doctor)).rejects.toMatchObject({ code: 'centre.inactive', detail: { reason: 'تعلیق به دستور معاونت درمان' } })
})

test('a silent SIAM keeps no patient out', async () => {
  practice.centreLicence = new NationalUnavailable('siam', { sent: 'no' })
  expect(await practice.encounter(doctor)).toMatchObject({ state: 'covered' })
})

test('SIAM is asked for a centre at most once in five minutes', async () => {
  await practice.encounter(doctor)
  practice.pass(299)
  await practice.encounter(doctor)
  expect(practice.timesSiamWasAsked).toBe(1)
  practice.pass(2)
  await practice.encounter(doctor)
  expect(practice.timesSiamWasAsked).toBe(2)
})
