import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hypertension } from '../../../testing/catalogue.ts'
import { type Doctor, Practice } from '../../../testing/practice.ts'
import { findChartOfVisit } from '../find-chart.ts'
import { addProblem } from './add-problem.ts'
import { resolveProblem } from './resolve-problem.ts'

let practice: Practice
let doctor: Doctor
let colleague: Doctor
let patientId: string
let centres = 0
beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  const centreId = `SIAM-92${(centres += 1)}`
  doctor = await practice.doctor({ centreId })
  colleague = await practice.doctor({ centreId })
  const { id } = await practice.encounter(doctor)
  patientId = (await findChartOfVisit(doctor.context, { id })).patientId
})
afterAll(() => practice.close())

const add = (code = hypertension, by = doctor) => addProblem(by.context, { id: patientId, code })
const acts = async () => (await practice.auditOf(patientId)).filter((action) => action.startsWith('problem.'))

test('a problem is kept under its name in the code list, with who noted it', async () => {
  const { firstName, lastName } = doctor.context.actor
  expect(await add()).toEqual({
    problems: [
      { id: expect.any(String) as string, code: hypertension, title: 'فشار خون اولیه', notedAt: practice.now.toISOString(), notedBy: `${firstName} ${lastName}`, resolvedAt: null },
    ],
  })
})

test('one that is open already stays as it is, noted once', async () => {
  const [first] = (await add()).problems
  practice.pass(60)
  expect((await add()).problems).toEqual([first])
  expect(await acts()).toEqual(['problem.noted'])
})

test('noted by eight at once it is one', async () => {
  await Promise.all(Array.from({ length: 8 }, () => add()))
  expect((await add()).problems).toHaveLength(1)
})

test('a resolved one stays behind the open ones, and may come again', async () => {
  const [problem] = (await add()).problems
  practice.pass(60)
  const { problems } = await resolveProblem(doctor.context, { id: problem?.id ?? '' })
  expect(problems).toMatchObject([{ code: hypertension, resolvedAt: practice.now.toISOString() }])
  practice.pass(60)
  expect((await add()).problems.map(({ resolvedAt }) => resolvedAt === null)).toEqual([true, false])
})

test('resolved twice it is resolved once', async () => {
  const [problem] = (await add()).problems
  const first = await resolveProblem(doctor.context, { id: problem?.id ?? '' })
  practice.pass(60)
  expect(await resolveProblem(doctor.context, { id: problem?.id ?? '' })).toEqual(first)
  expect(await acts()).toEqual(['problem.noted', 'problem.resolved'])
})

test.each([['X99', 'terminology.code-unknown'], ['I99', 'terminology.code-retired']])('%s is refused as %s', async (code, refusal) => {
  await expect(add(code)).rejects.toMatchObject({ code: refusal })
})

test('who has not treated her adds and resolves nothing', async () => {
  const [problem] = (await add()).problems
  await expect(add(hypertension, colleague)).rejects.toMatchObject({ code: 'patient.not-found' })
  await expect(resolveProblem(colleague.context, { id: problem?.id ?? '' })).rejects.toMatchObject({ code: 'problem.not-found' })
})

test('a colleague who treats her resolves what another noted', async () => {
  const [problem] = (await add()).problems
  await practice.encounter(colleague)
  expect((await resolveProblem(colleague.context, { id: problem?.id ?? '' })).problems).toMatchObject([{ resolvedAt: practice.now.toISOString() }])
})
