import { VISIT_OPEN_HOURS } from '@noskhe/shared/record/record'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Doctor, Practice } from '../../../testing/practice.ts'
import { findEncounter } from '../find-encounter.ts'
import { endEncounter } from './end-encounter.ts'
import { endLeftVisits } from './end-left-visits.ts'

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

const find = (id: string) => findEncounter(doctor.context, { id })
const HOUR = 3_600

test('a visit goes on until its prescriber ends it, and both moments are kept', async () => {
  const { id, openedAt } = await practice.encounter(doctor)
  expect(await find(id)).toMatchObject({ endedAt: null, endedBy: null })
  practice.pass(607)
  expect(await endEncounter(doctor.context, { id })).toMatchObject({ openedAt, endedAt: practice.now.toISOString(), endedBy: 'prescriber' })
})

test('ended twice it ended the first time, with one event', async () => {
  const { id } = await practice.encounter(doctor)
  const first = await endEncounter(doctor.context, { id })
  practice.pass(60)
  expect(await endEncounter(doctor.context, { id })).toEqual(first)
  expect(await practice.auditOf(id)).toEqual(['patient.looked-up', 'visit.ended'])
})

test('nothing new is begun in an ended visit, and what was begun may be finished', async () => {
  const draft = await practice.checked(doctor)
  await endEncounter(doctor.context, { id: draft.encounterId })
  await expect(practice.begin(doctor.context, draft.encounterId)).rejects.toMatchObject({ code: 'encounter.ended' })
  const signed = await practice.sign(doctor, draft)
  expect(await practice.register(doctor.context, signed)).toMatchObject({ status: 'registered' })
})

test('nobody ends the visit of another', async () => {
  const { id } = await practice.encounter(doctor)
  await expect(endEncounter((await practice.doctor()).context, { id })).rejects.toMatchObject({ code: 'encounter.not-found' })
  expect(await find(id)).toMatchObject({ endedAt: null })
})

test('a visit that nobody ended ends by time, at the last moment in which it made her the treating physician', async () => {
  const { id, openedAt } = await practice.encounter(doctor)
  practice.pass(VISIT_OPEN_HOURS * HOUR)
  await endLeftVisits(doctor.context)
  expect(await find(id)).toMatchObject({ endedAt: null })
  practice.pass(1)
  await endLeftVisits(doctor.context)
  const endedAt = new Date(Date.parse(openedAt) + VISIT_OPEN_HOURS * HOUR * 1_000).toISOString()
  expect(await find(id)).toMatchObject({ endedAt, endedBy: 'time' })
  expect(await practice.auditOf(id)).toEqual(['patient.looked-up', 'visit.ended'])
})

test('what she ended herself stays so', async () => {
  const { id } = await practice.encounter(doctor)
  const ended = await endEncounter(doctor.context, { id })
  practice.pass((VISIT_OPEN_HOURS + 1) * HOUR)
  await endLeftVisits(doctor.context)
  expect(await find(id)).toEqual(ended)
})
