import { readSignedForm } from '@noskhe/shared/signing/signed-form'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { losartan, metformin } from '../../testing/catalogue.ts'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { card } from '../../testing/rule-service.ts'
import { gatherFindings } from './gather-findings.ts'
import { overrideFinding } from './override-finding.ts'

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

const pair = () => [item({ code: metformin }), item({ code: losartan })]
const keyOfFirst = async ({ id, revision }: { id: string; revision: number }) => (await gatherFindings(doctor.context, { id, revision })).findings[0]?.key ?? ''
const override = (id: string, finding: string) => overrideFinding(doctor.context, { id, finding, reason: 'monitored', note: 'INR هر هفته' })

test('the rules are asked once more before signing, whatever was heard while composing', async () => {
  const draft = await practice.checked(doctor)
  await gatherFindings(doctor.context, draft)
  await practice.ask(doctor, draft)
  expect(practice.rules.asked.map(({ moment }) => moment)).toEqual(['composing', 'signing'])
})

test('a refusal stops signing and names the items; nothing is asked of the signer', async () => {
  const draft = await practice.checked(doctor, pair())
  practice.rules.says = ({ items }) => [card(items.slice(1), { weight: 'refusal', overrideReasons: [] })]
  await expect(practice.ask(doctor, draft)).rejects.toMatchObject({ code: 'rules.refused', detail: { items: [draft.items[1]?.key] } })
  expect(await practice.db.signatureRequest.count({ where: { prescriptionId: draft.id } })).toBe(0)
})

test('a refusal that offers reasons is signed with one', async () => {
  practice.rules.says = ({ items }) => [card(items, { weight: 'refusal' })]
  const draft = await practice.checked(doctor, pair())
  await override(draft.id, await keyOfFirst(draft))
  expect((await practice.sign(doctor, draft)).status).toBe('signed')
})

test('a warning does not stop signing; what was said and answered is part of the bytes', async () => {
  practice.rules.says = ({ items }) => [card(items)]
  const draft = await practice.checked(doctor, pair())
  const open = readSignedForm((await practice.ask(doctor, draft)).canonical).rules
  expect(open).toMatchObject({ format: 'noskhe.rules/1', state: 'checked', findings: [{ weight: 'warning', override: null }] })
  await override(draft.id, await keyOfFirst(draft))
  const answered = readSignedForm((await practice.ask(doctor, draft)).canonical).rules
  expect(answered?.findings).toMatchObject([
    { about: draft.items.map(({ key }) => key), source: { article: 'بند ۱', version: '1' }, override: { code: 'monitored', display: 'بیمار زیر پایش است', note: 'INR هر هفته' } },
  ])
})

test('a silence is signed as just that', async () => {
  practice.rules.isSilent = true
  const draft = await practice.checked(doctor)
  const { rules } = readSignedForm((await practice.ask(doctor, draft)).canonical)
  expect(rules).toMatchObject({ state: 'not-checked', silent: ['ایمنی دارو'], findings: [] })
  expect((await practice.sign(doctor, draft)).status).toBe('signed')
})

test('a silence at the last moment does not lift a refusal that was heard of this very draft', async () => {
  practice.rules.says = ({ items }) => [card(items, { weight: 'refusal', overrideReasons: [] })]
  const draft = await practice.checked(doctor, pair())
  await gatherFindings(doctor.context, draft)
  practice.rules.isSilent = true
  await expect(practice.ask(doctor, draft)).rejects.toMatchObject({ code: 'rules.refused' })
})

test('a reason that is given while the signer is asked makes another document: the signature is void', async () => {
  practice.rules.says = ({ items }) => [card(items)]
  const draft = await practice.checked(doctor, pair())
  const request = await practice.ask(doctor, draft)
  await override(draft.id, await keyOfFirst(draft))
  await expect(practice.signRequest(doctor, request)).rejects.toMatchObject({ code: 'prescription.changed-elsewhere' })
})

test('what was signed stands: rules that are asked later change nothing of it', async () => {
  practice.rules.says = ({ items }) => [card(items)]
  const signed = await practice.sign(doctor, await practice.checked(doctor, pair()))
  await expect(gatherFindings(doctor.context, signed)).rejects.toMatchObject({ code: 'prescription.wrong-status' })
})
