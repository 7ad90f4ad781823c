import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CardsReply, DiscoveryReply, PREGNANT, RULE_EXTENSION, RuleExtension, codeSystem, observationCode } from '@noskhe/national-wire/cds-hooks'
import type { Card } from '@noskhe/national-wire/cds-hooks'
import { startSandbox } from '../start.ts'
import type { Sandbox } from '../start.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, dataFile: ':memory:', now: () => new Date('2026-11-25T08:00:00Z') })
})
afterAll(() => sandbox.close())

const at = (path = '') => `${sandbox.url}/clinical-rules/cds-services${path}`
const post = (path: string, body: unknown) =>
  fetch(at(path), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

const drug = {
  aspirin: '90035', aspirin500: '90034', warfarin: '92360', simvastatin: '92068', clarithromycin: '90536', acetaminophen: '90015', ibuprofen: '91158',
  amoxicillin: '90132', isotretinoin: '91255', tramadol: '92245', finasteride: '90956', losartan: '91407', captopril: '90396', diazepam: '90725',
}

interface Written {
  code: string
  dose?: number
  perDay?: number
  /** In place of one amount at one frequency. */
  dosages?: object[]
}

const dosage = (value: number, repeat: object, sequence = 1) => ({
  sequence,
  timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', ...repeat } },
  doseAndRate: [{ doseQuantity: { value, unit: 'قرص' } }],
})

const order = ({ code, dose = 1, perDay = 1, dosages }: Written, place: number) => ({
  resource: {
    resourceType: 'MedicationRequest',
    id: `order-${place}`,
    status: 'draft',
    intent: 'order',
    medicationCodeableConcept: { coding: [{ system: codeSystem.erx, code }] },
    subject: { reference: 'Patient/p' },
    dosageInstruction: dosages ?? [{ timing: { repeat: { frequency: perDay, period: 1, periodUnit: 'd' } }, doseAndRate: [{ doseQuantity: { value: dose, unit: 'قرص' } }] }],
  },
})

const bundle = (...resources: object[]) => ({ resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })) })
const woman = { resourceType: 'Patient', id: 'p', gender: 'female', birthDate: '1990-07-03' }
const requestOf = (orders: Written[], prefetch: object = {}, hook = 'order-sign') => ({
  hook,
  hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
  context: { userId: 'Practitioner/1', patientId: 'p', draftOrders: bundle(...orders.map((it, place) => order(it, place).resource)) },
  prefetch: { patient: woman, ...prefetch },
})

async function cardsFor(orders: Written[], prefetch: object = {}): Promise<Card[]> {
  const response = await post('/drug-safety', requestOf(orders, prefetch))
  expect(response.status).toBe(200)
  return CardsReply.parse(await response.json()).cards
}
const ruleOf = ({ extension }: Card) => RuleExtension.parse(extension?.[RULE_EXTENSION])
const rulesFor = async (orders: Written[], prefetch: object = {}) => (await cardsFor(orders, prefetch)).map((card) => ruleOf(card).rule)

test('it says what it offers and what it wants sent along', async () => {
  const { services } = DiscoveryReply.parse(await (await fetch(at())).json())
  expect(services.map(({ hook, id }) => `${hook} ${id}`)).toEqual(['order-select drug-safety', 'order-sign drug-safety', 'medication-verify drug-safety'])
  expect(services[0]?.prefetch).toMatchObject({ patient: 'Patient/{{context.patientId}}' })
})

describe('interactions', () => {
  test('a major one is a warning that may be overridden, told once for the pair, with its article and version', async () => {
    const [card, ...others] = await cardsFor([{ code: drug.warfarin }, { code: drug.aspirin }])
    expect(others).toEqual([])
    expect(card).toMatchObject({ indicator: 'warning', summary: 'وارفارین و آسپرین: افزایش خطر خونریزی', detail: 'فقط با اندیکاسیون روشن و پایش INR.' })
    expect(card && ruleOf(card)).toMatchObject({
      rule: 'interaction:acetylsalicylic acid+warfarin',
      about: ['MedicationRequest/order-0', 'MedicationRequest/order-1'],
      article: 'بند ۱، تداخل داروها',
      version: '۱۴۰۵٫۰۹',
    })
    expect(card?.overrideReasons?.length).toBeGreaterThan(1)
  })

  test('a contraindicated pair leaves no override, and offers to take out the second', async () => {
    const [card] = await cardsFor([{ code: drug.simvastatin }, { code: drug.clarithromycin }])
    expect(card?.indicator).toBe('critical')
    expect(card?.overrideReasons).toBeUndefined()
    expect(card?.suggestions?.[0]?.actions).toMatchObject([{ type: 'delete', resourceId: 'MedicationRequest/order-1' }])
  })

  test('whichever is written first, it is the same rule', async () => {
    expect(await rulesFor([{ code: drug.aspirin }, { code: drug.warfarin }])).toEqual(await rulesFor([{ code: drug.warfarin }, { code: drug.aspirin }]))
  })
})

describe('duplicates', () => {
  test('the same ingredient twice', async () => {
    expect(await rulesFor([{ code: drug.aspirin }, { code: drug.aspirin500 }])).toEqual(['duplicate:acetylsalicylic acid'])
  })
  test('two drugs of one chemical group', async () => {
    expect(await rulesFor([{ code: drug.ibuprofen }, { code: '91159' }])).toEqual(['duplicate:ibuprofen'])
    expect(await rulesFor([{ code: drug.losartan }, { code: drug.captopril }])).not.toContain('duplicate:C09CA')
  })
})

const allergyTo = (atc: string, text: string) => ({
  allergies: bundle({ resourceType: 'AllergyIntolerance', patient: { reference: 'Patient/p' }, code: { text, coding: [{ system: codeSystem.atc, code: atc }] } }),
})

test('a drug of a group to which an allergy is recorded is refused, with reasons that may be given', async () => {
  const [card] = await cardsFor([{ code: drug.amoxicillin, dose: 1, perDay: 3 }], allergyTo('J01C', 'پنی‌سیلین'))
  expect(card).toMatchObject({ indicator: 'critical', summary: 'آموکسی‌سیلین: حساسیت بیمار به پنی‌سیلین ثبت شده است' })
  expect(card?.overrideReasons?.map(({ code }) => code)).toContain('tolerated')
  expect(await cardsFor([{ code: drug.losartan }], allergyTo('J01C', 'پنی‌سیلین'))).toEqual([])
})

const pregnant = (code: string) => ({
  pregnancy: bundle({
    resourceType: 'Observation', status: 'final', code: { coding: [{ system: codeSystem.loinc, code: observationCode.pregnancy }] },
    valueCodeableConcept: { coding: [{ system: codeSystem.loinc, code }] },
  }),
})

test('in pregnancy, and not where it is denied or was not told', async () => {
  expect(await rulesFor([{ code: drug.isotretinoin }], pregnant(PREGNANT))).toEqual(['pregnancy:D10BA01'])
  expect(await rulesFor([{ code: drug.isotretinoin }], pregnant('LA26683-5'))).toEqual([])
  expect(await rulesFor([{ code: drug.isotretinoin }])).toEqual([])
})

test('age and sex', async () => {
  const patient = (change: object) => ({ patient: { ...woman, ...change } })
  expect(await rulesFor([{ code: drug.tramadol }], patient({ birthDate: '2015-11-25' }))).toEqual(['age:N02AX02'])
  expect(await rulesFor([{ code: drug.tramadol }], patient({ birthDate: '2014-11-25' }))).toEqual([])
  expect(await rulesFor([{ code: drug.diazepam }], patient({ birthDate: '1950-01-01' }))).toEqual(['age:N05BA'])
  expect(await rulesFor([{ code: drug.finasteride }])).toEqual(['sex:G04CB'])
  expect(await rulesFor([{ code: drug.finasteride }], patient({ gender: 'male' }))).toEqual([])
  expect(await rulesFor([{ code: drug.tramadol }], patient({ birthDate: undefined }))).toEqual([])
})

describe('the daily maximum', () => {
  test('above it, the amount that is within it is offered', async () => {
    const [card] = await cardsFor([{ code: drug.acetaminophen, dose: 3, perDay: 4 }])
    expect(card).toMatchObject({ indicator: 'warning', summary: 'استامینوفن: ۶۰۰۰ میلی‌گرم در روز از بیشینهٔ ۴۰۰۰ میلی‌گرم بیشتر است' })
    const [action] = card?.suggestions?.[0]?.actions ?? []
    expect(action).toMatchObject({ type: 'update', resource: { id: 'order-0', dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 2, unit: 'قرص' } }] }] } })
  })
  test('amounts by the time of day are of one day together', async () => {
    const dosages = [dosage(4, { when: ['MORN'] }), dosage(1, { when: ['NOON'] }), dosage(4, { when: ['NIGHT'] })]
    expect((await cardsFor([{ code: drug.acetaminophen, dosages }]))[0]?.summary).toContain('۴۵۰۰ میلی‌گرم در روز')
    expect(await cardsFor([{ code: drug.acetaminophen, dosages: dosages.slice(1) }])).toEqual([])
  })
  test('of a course in steps the heaviest day counts, wherever it stands', async () => {
    const dosages = [dosage(1, {}, 1), dosage(3, { frequency: 3 }, 2)]
    expect((await cardsFor([{ code: drug.acetaminophen, dosages }]))[0]?.summary).toContain('۴۵۰۰ میلی‌گرم در روز')
  })
  test('at it, nothing is said; at twice as much it is refused', async () => {
    expect(await cardsFor([{ code: drug.acetaminophen, dose: 2, perDay: 4 }])).toEqual([])
    expect((await cardsFor([{ code: drug.acetaminophen, dose: 4, perDay: 4 }]))[0]?.indicator).toBe('critical')
  })
})

test('the same question of the same instance is answered with the same cards, uuids included', async () => {
  const orders = [{ code: drug.warfarin }, { code: drug.aspirin }]
  expect(await cardsFor(orders)).toEqual(await cardsFor(orders))
})

test('every summary is one line of fewer than 140 characters', async () => {
  const cards = await cardsFor(Object.values(drug).map((code) => ({ code, dose: 9, perDay: 9 })), { ...pregnant(PREGNANT), ...allergyTo('J01C', 'پنی‌سیلین') })
  expect(cards.length).toBeGreaterThan(10)
  expect(cards.filter(({ summary }) => summary.length >= 140 || summary.includes('\n'))).toEqual([])
})

describe('what it refuses', () => {
  test('a patient that was not sent along: 412', async () => {
    expect((await post('/drug-safety', requestOf([{ code: drug.aspirin }], { patient: null }))).status).toBe(412)
  })
  test('a hook it does not serve, and order-select without selections: 400', async () => {
    expect((await post('/drug-safety', requestOf([], {}, 'patient-view'))).status).toBe(400)
    expect((await post('/drug-safety', requestOf([], {}, 'order-select'))).status).toBe(400)
  })
  test('feedback on a card that was never given: 404', async () => {
    const published: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../../packages/national-wire/examples/cds-hooks/feedback-request.published-reason.json'), 'utf8'),
    )
    expect((await post('/drug-safety/feedback', published)).status).toBe(404)
  })
})

test('feedback on a card that was given is taken, the second time too', async () => {
  const [card] = await cardsFor([{ code: drug.warfarin }, { code: drug.aspirin }])
  const told = { feedback: [{ card: card?.uuid, outcome: 'overridden', overrideReason: { reason: { code: 'monitored' } }, outcomeTimestamp: '2026-11-25T08:01:00Z' }] }
  expect((await post('/drug-safety/feedback', told)).status).toBe(200)
  expect((await post('/drug-safety/feedback', told)).status).toBe(200)
  expect((await post('/drug-safety/feedback', { feedback: [{ ...told.feedback[0], card: randomUUID() }] })).status).toBe(404)
})
