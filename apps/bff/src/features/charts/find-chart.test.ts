import { randomUUID } from 'node:crypto'
import { formatJalali } from '@noskhe/shared/calendar'
import { MOST_OF_CHART } from '@noskhe/shared/charts/chart'
import { toLatinDigits } from '@noskhe/shared/text'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { atorvastatin, losartan, metformin } from '../../testing/catalogue.ts'
import { type Doctor, Practice, item, patientCode } from '../../testing/practice.ts'
import { findChart, findChartOfVisit } from './find-chart.ts'
import { listLooks } from './list-looks.ts'

let practice: Practice
let doctor: Doctor
let colleague: Doctor
let centres = 0
beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  const centreId = `SIAM-91${(centres += 1)}`
  doctor = await practice.doctor({ centreId })
  colleague = await practice.doctor({ centreId })
})
afterAll(() => practice.close())

const DAY = 86_400

/** The chart of a new visit of the same patient. */
async function chart(by = doctor) {
  const { id } = await practice.encounter(by)
  return findChartOfVisit(by.context, { id })
}

async function registered(by: Doctor, items = [item()]) {
  return practice.register(by.context, await practice.signed(by, items))
}

test('says who she is and that nothing is known of what nobody asked', async () => {
  expect(await chart()).toMatchObject({
    identity: { kind: 'national-code', value: patientCode }, firstName: 'زهرا', lastName: 'احمدی‌فر', gender: 'female', birthDate: '1990-07-03', isNewborn: false,
    facts: { revision: 0, facts: { allergies: null, isPregnant: null, weightKg: null } }, problems: [], medicines: [], prescriptions: [],
  })
})

test('what was written for her stands in it, with its drugs', async () => {
  const { id } = await registered(doctor)
  expect((await chart()).prescriptions).toMatchObject([{ id, status: 'registered', itemNames: ['متفورمین قرص ۵۰۰ میلی‌گرم'] }])
})

test('a drug is going on until the days that were written have passed', async () => {
  await registered(doctor, [item({ durationDays: 30 })])
  practice.pass(30 * DAY - 1)
  expect((await chart()).medicines).toMatchObject([{ code: metformin, name: 'متفورمین قرص ۵۰۰ میلی‌گرم', until: expect.any(String) as string }])
  practice.pass(1)
  expect((await chart()).medicines).toEqual([])
})

test('a course in steps is going on until the days of its last step have passed', async () => {
  await registered(doctor, [item({ durationDays: 5, then: [{ dose: '0.5', frequency: 'BID', durationDays: 10 }] })])
  practice.pass(15 * DAY - 1)
  expect((await chart()).medicines).toMatchObject([{ code: metformin }])
  practice.pass(1)
  expect((await chart()).medicines).toEqual([])
})

test('what is dispensed more than once is going on for as long as all of it lasts', async () => {
  await registered(doctor, [item({ durationDays: 30, repeats: 3 })])
  practice.pass(90 * DAY - 1)
  expect((await chart()).medicines).toMatchObject([{ code: metformin }])
  practice.pass(1)
  expect((await chart()).medicines).toEqual([])
})

test('what may be dispensed only from a later day lasts from that day', async () => {
  const begins = formatJalali(practice.now.getTime() + 40 * DAY * 1000)
  await registered(doctor, [item({ durationDays: 10, activeFrom: toLatinDigits(begins).replaceAll('/', '-') })])
  practice.pass(49 * DAY)
  expect((await chart()).medicines).toMatchObject([{ code: metformin }])
  practice.pass(DAY)
  expect((await chart()).medicines).toEqual([])
})

test('a drug without written days is shown for ninety, as one of unknown duration', async () => {
  await registered(doctor, [item({ durationDays: null })])
  practice.pass(90 * DAY - 1)
  expect((await chart()).medicines).toMatchObject([{ code: metformin, until: null }])
  practice.pass(1)
  expect((await chart()).medicines).toEqual([])
})

test('of a drug that was ordered again the later order counts', async () => {
  await registered(doctor, [item({ durationDays: 10 })])
  practice.pass(DAY)
  const later = await registered(doctor, [item({ durationDays: 10 }), item({ code: losartan })])
  const { medicines } = await chart()
  expect(medicines.map(({ code, prescriptionId }) => [code, prescriptionId]).toSorted()).toEqual([[losartan, later.id], [metformin, later.id]].toSorted())
})

test('what is only a draft is nothing that she takes, and is listed as a draft', async () => {
  await practice.draft(doctor, [item({ code: atorvastatin })])
  expect(await chart()).toMatchObject({ medicines: [], prescriptions: [{ status: 'draft' }] })
})

test('what was thrown away is not in it', async () => {
  await practice.discard(doctor.context, await practice.draft(doctor))
  expect((await chart()).prescriptions).toEqual([])
})

test('a colleague sees that she was here and by whom, and nothing of what was written', async () => {
  const hers = await registered(doctor)
  const { firstName, lastName } = doctor.context.actor
  const seen = await chart(colleague)
  expect(seen).toMatchObject({ prescriptions: [], medicines: [] })
  expect(seen.visits).toMatchObject([{ isMine: true }, { isMine: false, prescriber: `${firstName} ${lastName}`, id: hers.encounterId }])
})

test('what she wrote stands in it however often others have seen the patient since', async () => {
  const { id } = await registered(doctor, [item({ durationDays: null })])
  practice.pass(60)
  const seen = await practice.encounter(colleague)
  const row = await practice.db.encounter.findFirstOrThrow({ where: { id: seen.id }, omit: { person: true, choice: true, hid: true } })
  const rows = Array.from({ length: MOST_OF_CHART }, () => ({ ...row, id: randomUUID(), coverages: [] }))
  await practice.db.encounter.createMany({ data: rows })
  expect(await findChart(doctor.context, { id: row.patientId ?? '' })).toMatchObject({ prescriptions: [{ id }], medicines: [{ code: metformin }] })
})

test('what her physicians keep of her is shared among them', async () => {
  const draft = await practice.draft(doctor)
  await practice.keepFacts(doctor, draft, { allergies: [], isPregnant: null, weightKg: '62' })
  expect((await chart(colleague)).facts).toMatchObject({ revision: 1, facts: { allergies: [], weightKg: '62' } })
})

test('the end of a visit is told with it, to the second', async () => {
  const { id } = await practice.encounter(doctor)
  practice.pass(61)
  await practice.endVisit(doctor, id)
  expect((await findChartOfVisit(doctor.context, { id })).visits).toMatchObject([{ id, endedAt: practice.now.toISOString(), endedBy: 'prescriber' }])
})

test('a chart is open to who has treated her here, and to nobody else', async () => {
  const { patientId } = await chart()
  expect(await findChart(doctor.context, { id: patientId })).toMatchObject({ patientId })
  await expect(findChart(colleague.context, { id: patientId })).rejects.toMatchObject({ code: 'patient.not-found' })
  await practice.encounter(colleague)
  expect(await findChart(colleague.context, { id: patientId })).toMatchObject({ patientId })
})

test('the chart of another centre is not there, though it is the same patient and the same doctor', async () => {
  const { patientId } = await chart()
  const elsewhere = { ...doctor.context, actor: { ...doctor.context.actor, at: { ...doctor.context.actor.at, centreId: 'SIAM-elsewhere' } } }
  await expect(findChart(elsewhere, { id: patientId })).rejects.toMatchObject({ code: 'patient.not-found' })
})

test('nobody reads the chart by the visit of another', async () => {
  const { id } = await practice.encounter(doctor)
  await expect(findChartOfVisit(colleague.context, { id })).rejects.toMatchObject({ code: 'encounter.not-found' })
})

test('every look leaves its event, also where it is refused nothing', async () => {
  const { patientId } = await chart()
  await findChart(doctor.context, { id: patientId })
  await expect(findChart(colleague.context, { id: patientId })).rejects.toThrow()
  expect(await practice.auditOf(patientId)).toEqual(['chart.looked-up', 'chart.looked-up'])
})

test('the trail tells who saw and did what of hers, newest first, and itself is a look', async () => {
  const { patientId } = await chart()
  await chart(colleague)
  const { looks } = await listLooks(doctor.context, { id: patientId })
  const nameOf = ({ context: { actor } }: Doctor) => `${actor.firstName} ${actor.lastName}`
  expect(looks.map(({ who, action }) => [who, action])).toEqual([
    [nameOf(doctor), 'looks.looked-up'],
    [nameOf(colleague), 'chart.looked-up'],
    [nameOf(colleague), 'patient.looked-up'],
    [nameOf(doctor), 'chart.looked-up'],
    [nameOf(doctor), 'patient.looked-up'],
  ])
})

test('the trail speaks of what colleagues did with their prescriptions, without what is in them', async () => {
  const { patientId } = await chart()
  await practice.draft(colleague, [item({ code: losartan, note: 'پیش از خواب' })])
  const { looks } = await listLooks(doctor.context, { id: patientId })
  expect(looks).toContainEqual({ at: expect.any(String) as string, who: expect.any(String) as string, action: 'prescription.begun', isLook: false, purpose: null })
  expect(JSON.stringify(looks)).not.toMatch(/لوزارتان|خواب/)
})

test('who has not treated her is not told who has', async () => {
  const { patientId } = await chart()
  await expect(listLooks(colleague.context, { id: patientId })).rejects.toMatchObject({ code: 'patient.not-found' })
})
