import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { insurerKeyOf, insurerLineOf } from '@noskhe/shared/rules/insurer-line'
import { readSignedForm } from '@noskhe/shared/signing/signed-form'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { atorvastatin, losartan, metformin } from '../../testing/catalogue.ts'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { SERVICE, card } from '../../testing/rule-service.ts'
import { gatherFindings } from './gather-findings.ts'
import { overrideFinding } from './override-finding.ts'
import { findPatientFacts, keepPatientFacts } from './patient-facts.ts'

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
const gather = ({ id, revision }: { id: string; revision: number }) => gatherFindings(doctor.context, { id, revision })
const override = (id: string, finding: string, reason: string | null = 'monitored') => overrideFinding(doctor.context, { id, finding, reason, note: '' })

test('a finding stands beside the items it is about, the heaviest first, none of it our own invention', async () => {
  practice.rules.says = ({ items }) => [card(items.slice(0, 1), { rule: 'light', weight: 'advice' }), card(items, { rule: 'heavy', weight: 'refusal' })]
  const draft = await practice.draft(doctor, pair())
  const { state, findings } = await gather(draft)
  expect(state).toBe('checked')
  expect(findings.map(({ weight, about }) => [weight, about.length])).toEqual([['refusal', 2], ['advice', 1]])
  expect(findings[0]).toMatchObject({ advice: 'پایش کنید.', source: { article: 'بند ۱', version: '1' }, override: null })
})

test('what two services say by the same rule is said once, by the heavier, and both are told of it', async () => {
  practice.rules.says = ({ items }) => [card(items, { weight: 'advice' })]
  practice.rules.secondSays = ({ items }) => [card(items, { id: 'card-2', weight: 'warning' })]
  const draft = await practice.draft(doctor, pair())
  const { findings } = await gather(draft)
  expect(findings.map(({ weight }) => weight)).toEqual(['warning'])
  await override(draft.id, findings[0]?.key ?? '')
  const feedback = await practice.db.ruleFeedback.findMany({ where: { service: { startsWith: SERVICE } }, orderBy: { service: 'asc' } })
  expect(feedback.map(({ feedback: it }) => it)).toMatchObject([{ card: 'card-1' }, { card: 'card-2' }])
})

describe('asking', () => {
  test('the draft as it is is asked about once; a change is asked about, and named as the selection', async () => {
    const [first, second] = pair()
    if (!first || !second) throw new Error('two items')
    const draft = await practice.draft(doctor, [first, second])
    await gather(draft)
    await gather(draft)
    expect(practice.rules.asked).toHaveLength(1)
    const saved = await practice.save(doctor, draft, [first, { ...second, dose: '2' }])
    await gather(saved)
    expect(practice.rules.asked.map(({ moment, selected }) => [moment, selected])).toEqual([
      ['composing', [first.key, second.key]],
      ['composing', [second.key]],
    ])
  })

  test('what is kept of the patient is told, and a change of it is asked about anew', async () => {
    const draft = await practice.draft(doctor)
    await gather(draft)
    expect(practice.rules.asked[0]?.patient).toMatchObject({ gender: 'female', birthDate: '1990-07-03', isPregnant: null })
    const { revision } = await keepFacts(draft.id, 0)
    await gather(draft)
    expect(practice.rules.asked[1]?.patient).toMatchObject({ isPregnant: true, allergies: [{ atc: 'J01C', name: 'پنی‌سیلین' }] })
    await expect(keepFacts(draft.id, revision - 1)).rejects.toMatchObject({ code: 'patient.facts-changed' })
  })

  const keepFacts = (id: string, revision: number) =>
    keepPatientFacts(doctor.context, { id, revision, facts: { allergies: [{ atc: 'J01C', name: 'پنی‌سیلین' }], isPregnant: true, weightKg: '62.5' } })

  test('an older revision is not asked about', async () => {
    const draft = await practice.draft(doctor)
    await expect(gather({ id: draft.id, revision: draft.revision - 1 })).rejects.toMatchObject({ code: 'prescription.changed-elsewhere' })
  })
})

describe('silence', () => {
  test('is not checked, is asked again, and takes no warning back that stood for the same draft', async () => {
    practice.rules.says = ({ items }) => [card(items)]
    const draft = await practice.draft(doctor, pair())
    await gather(draft)
    practice.rules.isSilent = true
    await practice.ask(doctor, await practice.check(doctor, draft))
    const silent = await gather(draft)
    expect(silent).toMatchObject({ state: 'not-checked', silent: ['ایمنی دارو'] })
    expect(silent.findings).toHaveLength(1)
    practice.rules.isSilent = false
    expect(await gather(draft)).toMatchObject({ state: 'checked', silent: [] })
  })

  test('about a draft that has changed since, nothing of before stands', async () => {
    practice.rules.says = ({ items }) => [card(items)]
    const draft = await practice.draft(doctor, pair())
    await gather(draft)
    practice.rules.isSilent = true
    const saved = await practice.save(doctor, draft, [item({ code: atorvastatin })])
    expect(await gather(saved)).toMatchObject({ state: 'not-checked', findings: [] })
  })

  test('of one service only is partly checked', async () => {
    practice.rules.isSilent = true
    practice.rules.secondSays = () => []
    expect(await gather(await practice.draft(doctor))).toMatchObject({ state: 'partly', silent: ['ایمنی دارو'] })
  })
})

describe('a reason against a finding', () => {
  const found = async (items = pair()) => {
    const draft = await practice.draft(doctor, items)
    const [finding] = (await gather(draft)).findings
    return { draft, key: finding?.key ?? '' }
  }
  beforeEach(() => {
    practice.rules.says = ({ items }) => [card(items)]
  })

  test('is one of those it offers, and is kept with its audit event', async () => {
    const { draft, key } = await found()
    expect((await override(draft.id, key)).findings[0]?.override).toMatchObject({ reason: { code: 'monitored', display: 'بیمار زیر پایش است' }, isRemembered: false })
    expect(await practice.auditOf(draft.id)).toContain('rule.overridden')
    await expect(override(draft.id, key, 'because')).rejects.toMatchObject({ code: 'rules.not-overridable' })
    await expect(override(draft.id, 'another')).rejects.toMatchObject({ code: 'rules.finding-gone' })
  })

  test('is remembered on the next prescription of this patient, for thirty days', async () => {
    const { draft, key } = await found()
    await override(draft.id, key)
    const overrideNow = async () => (await gather(await practice.draft(doctor, pair()))).findings[0]?.override
    expect(await overrideNow()).toMatchObject({ isRemembered: true })
    practice.pass(30 * 24 * 3600 + 1)
    expect(await overrideNow()).toBeNull()
  })

  test.each([
    ['the dose', () => pair().map((it) => ({ ...it, dose: '2' })), {}],
    ['the weight', pair, { weight: 'refusal' as const }],
    ['the version', pair, { source: { label: 'دستورنامه', url: null, article: 'بند ۱', version: '2' } }],
  ])('is asked for again once %s has changed', async (_what, items, change) => {
    const { draft, key } = await found()
    await override(draft.id, key)
    practice.rules.says = ({ items: asked }) => [card(asked, change)]
    const again = await gather(await practice.draft(doctor, items()))
    expect(again.findings[0]).toMatchObject({ key, override: null })
  })

  test.each([
    ['an allergy', { allergies: [{ atc: 'J01C', name: 'پنی‌سیلین' }], isPregnant: null, weightKg: null }],
    ['a pregnancy', { allergies: null, isPregnant: true, weightKg: null }],
    ['her weight', { allergies: null, isPregnant: null, weightKg: '62.5' }],
  ])('is asked for again once %s was told', async (_what, facts) => {
    await forgetFacts()
    const { draft, key } = await found()
    await override(draft.id, key)
    await keepPatientFacts(doctor.context, { id: draft.id, revision: 0, facts })
    expect((await gather(await practice.draft(doctor, pair()))).findings[0]).toMatchObject({ key, override: null })
    await forgetFacts()
  })

  test('no rule asks the same of the same patient twice in thirty days, and asks again after them', async () => {
    const begun = practice.now.getTime()
    const asked: number[] = []
    for (const day of [0, 1, 14, 29, 30]) {
      practice.now = new Date(begun + day * 24 * 3_600_000)
      const { draft, key } = await found()
      const [finding] = (await gather(draft)).findings
      if (finding?.override === null) {
        asked.push(day)
        await override(draft.id, key)
      }
    }
    expect(asked).toEqual([0, 30])
  })

  test('is hers: a colleague is asked herself', async () => {
    const { draft, key } = await found()
    await override(draft.id, key)
    doctor = await practice.doctor()
    expect((await gather(await practice.draft(doctor, pair()))).findings[0]?.override).toBeNull()
  })

  test('can be taken back', async () => {
    const { draft, key } = await found()
    await override(draft.id, key)
    expect((await override(draft.id, key, null)).findings[0]?.override).toBeNull()
    expect(await practice.auditOf(draft.id)).toContain('rule.override-withdrawn')
  })

  test('a refusal without reasons has none; a warning without reasons has ours', async () => {
    practice.rules.says = ({ items }) => [
      card(items, { rule: 'never', weight: 'refusal', overrideReasons: [] }),
      card(items, { rule: 'foreign', overrideReasons: [] }),
    ]
    const { findings } = await gather(await practice.draft(doctor, pair()))
    expect(findings.map(({ overrideReasons }) => overrideReasons.length > 0)).toEqual([false, true])
  })
})

const forgetFacts = () => practice.db.patientFacts.deleteMany()

describe('a warning of the insurer’s', () => {
  const ceiling = { severity: 'warning' as const, text: 'سقف پوشش ۲۴ واحد است.', rule: { id: 'NM-111', version: 2 } }
  const keyIn = ({ insurer, items: [first] }: Prescription): string => {
    if (!first) throw new Error('an item')
    const line = insurerLineOf(insurer, first, first.check)
    return line.messages.map((message) => insurerKeyOf(line, message))[0] ?? ''
  }
  const acknowledge = (id: string, finding: string, reason: string | null = 'noskhe:needed') => overrideFinding(doctor.context, { id, finding, reason, note: '' })
  beforeEach(() => {
    practice.salamat.says = [ceiling]
  })

  test('is answered, audited without its words, signed with the prescription, and told to no rule service', async () => {
    const draft = await practice.checked(doctor)
    const { acknowledged } = await acknowledge(draft.id, keyIn(draft))
    expect(acknowledged).toMatchObject([{ item: draft.items[0]?.key, text: ceiling.text, override: { reason: { code: 'noskhe:needed' }, isRemembered: false } }])
    const events = await practice.db.auditEvent.findMany({ where: { subject: draft.id, action: 'rule.overridden' } })
    expect(JSON.stringify(events.map(({ detail }) => detail))).not.toMatch(/سقف|NM-111/)
    const { rules } = readSignedForm((await practice.ask(doctor, draft)).canonical)
    expect(rules?.acknowledged).toMatchObject([{ item: draft.items[0]?.key, text: ceiling.text, override: { code: 'noskhe:needed' } }])
    expect(practice.rules.told).toEqual([])
  })

  test('is remembered for this patient, until its rule is another version', async () => {
    const draft = await practice.checked(doctor)
    await acknowledge(draft.id, keyIn(draft))
    expect((await gather(await practice.checked(doctor))).acknowledged).toMatchObject([{ override: { isRemembered: true } }])
    practice.salamat.says = [{ ...ceiling, rule: { id: 'NM-111', version: 3 } }]
    expect((await gather(await practice.checked(doctor))).acknowledged).toEqual([])
  })

  test('can be taken back; what nobody says cannot be answered, nor can a refusal', async () => {
    const draft = await practice.checked(doctor)
    await acknowledge(draft.id, keyIn(draft))
    expect((await acknowledge(draft.id, keyIn(draft), null)).acknowledged).toEqual([])
    await expect(acknowledge(draft.id, keyIn(draft), 'because')).rejects.toMatchObject({ code: 'rules.not-overridable' })
    practice.salamat.says = [{ ...ceiling, severity: 'rejection' }]
    const refused = await practice.checked(doctor)
    await expect(acknowledge(refused.id, keyIn(refused))).rejects.toMatchObject({ code: 'rules.finding-gone' })
  })
})

test('a look at what is kept of the patient leaves its trace', async () => {
  const draft = await practice.draft(doctor)
  await findPatientFacts(doctor.context, { id: draft.id })
  expect(await practice.auditOf(draft.id)).toContain('patient.facts-looked-up')
})
