import { reportMissingCode as contract } from '@noskhe/shared/terminology/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Doctor, Practice } from '../../testing/practice.ts'
import { listMissingCodes, reportMissingCode } from './report-missing-code.ts'

let practice: Practice
let doctor: Doctor

beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  await practice.db.missingCode.deleteMany()
  doctor = await practice.doctor()
})
afterAll(() => practice.close())

const report = ({ context }: Doctor, wording: string, kinds = 'drug') => reportMissingCode(context, contract.input.parse({ wording, kinds }))
const listed = async ({ context }: Doctor) => (await listMissingCodes(context)).missing.map(({ wording, times, people, kinds }) => [wording, times, people, kinds.join()])

test('reports of one thing are counted together, however it is spelt, and the most reported comes first', async () => {
  const colleague = await practice.doctor()
  await report(doctor, 'سیبوترامین')
  expect(await report(doctor, ' Vibegron  75 ')).toEqual({ times: 1 })
  expect(await report(doctor, 'vibegron 75')).toEqual({ times: 2 })
  await report(colleague, 'VIBEGRON 75', 'drug,device')
  expect(await listed(doctor)).toEqual([['vibegron 75', 3, 2, 'drug,device'], ['سیبوترامین', 1, 1, 'drug']])
})

test('reports that come at once are all counted', async () => {
  await Promise.all(Array.from({ length: 8 }, () => report(doctor, 'vibegron')))
  expect(await listed(doctor)).toEqual([['vibegron', 8, 1, 'drug']])
})

test('another centre does not see them', async () => {
  await report(doctor, 'vibegron')
  const { actor } = doctor.context
  const elsewhere = { ...doctor, context: { ...doctor.context, actor: { ...actor, at: { ...actor.at, centreId: 'SIAM-1100386' } } } }
  expect(await listed(elsewhere)).toEqual([])
})

test('the trail says that she reported, not what she typed', async () => {
  await report(doctor, 'vibegron')
  const events = await practice.db.auditEvent.findMany({ where: { action: 'code.reported-missing', personId: doctor.context.actor.personId } })
  expect(events.map(({ detail }) => detail)).toEqual([{ kinds: 'drug' }])
})

test.each(['0041827368', '۰۰۴۱۸۲۷۳۶۸', '004 182 7368', '0041-8273', 'a', ''])('«%s» is no wording that is kept', (wording) => {
  expect(contract.input.safeParse({ wording, kinds: 'drug' }).success).toBe(false)
})
