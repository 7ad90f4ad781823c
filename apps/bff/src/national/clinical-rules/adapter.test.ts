import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Bundle, FeedbackRequest, HookRequest, MedicationVerifyContext, OrderSelectContext, OrderSignContext } from '@noskhe/national-wire/cds-hooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenSandbox } from '../testing/sandbox.ts'
import { cdsHooksRules } from './adapter.ts'
import type { RuleDrug, RuleQuestion, RuleService, ServiceOpinion } from './port.ts'

const examples = join(import.meta.dirname, '../../../../../packages/national-wire/examples/cds-hooks')
const published = (name: string): unknown => JSON.parse(readFileSync(join(examples, name), 'utf8'))

/** A CDS service that knows nothing of us: it answers with the specification's own examples and keeps what it was asked. */
class ForeignService {
  readonly asked: { path: string; body: unknown }[] = []
  readonly answers = new Map<string, { status: number; body: string }>()
  readonly #server: Server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const path = req.url ?? ''
      const text = Buffer.concat(chunks).toString('utf8')
      this.asked.push({ path, body: text === '' ? null : JSON.parse(text) })
      const { status, body } = this.answers.get(path) ?? { status: 404, body: '{}' }
      res.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
  })

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  answer(path: string, body: unknown, status = 200): void {
    this.answers.set(path, { status, body: typeof body === 'string' ? body : JSON.stringify(body) })
  }

  close = () => new Promise((resolve) => this.#server.close(resolve))
}

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let foreign: ForeignService
let foreignUrl: string
let clock = new Date('2026-11-25T08:00:00Z')

beforeAll(async () => {
  sandbox = await givenSandbox(() => clock)
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  clock = new Date('2026-11-25T08:00:00Z')
  await sandbox.calm()
  foreign = new ForeignService()
  foreignUrl = await foreign.start()
  foreign.answer('/cds-services', published('discovery-reply.published.json'))
  foreign.answer('/cds-services/pgx-on-order-sign', published('cards-reply.published.json'))
  foreign.answer('/cds-services/order-echo', published('cards-reply.published-system-action.json'))
})
afterEach(() => foreign.close())

const ours = () => `${sandbox.url}/clinical-rules`
const rulesAt = (...baseUrls: string[]) => cdsHooksRules({ baseUrls, deadlineMs: 2_000, now: () => clock })

const warfarin: RuleDrug = {
  kind: 'drug', key: '0199f0c2-1111-7000-8000-000000000001', code: '92360', atc: 'B01AA03', name: 'وارفارین قرص ۵ میلی‌گرم', dose: '1', doseUnit: 'قرص', timesPerDay: 1,
  asNeeded: false, durationDays: 30, quantity: 30, directions: 'یک قرص روزی یک بار',
}
const aspirin: RuleDrug = { ...warfarin, key: '0199f0c2-1111-7000-8000-000000000002', code: '90035', atc: 'B01AC06', name: 'آسپرین قرص ۸۰ میلی‌گرم' }
const acetaminophen: RuleDrug = { ...warfarin, key: '0199f0c2-1111-7000-8000-000000000003', code: '90015', atc: 'N02BE01', dose: '3', timesPerDay: 4 }

const question = (change: Partial<RuleQuestion> = {}): RuleQuestion => ({
  moment: 'signing',
  encounterId: '0199f0c2-2222-7000-8000-000000000001',
  practitionerId: '0199f0c2-3333-7000-8000-000000000001',
  patient: { gender: 'female', birthDate: '1990-07-03', allergies: null, isPregnant: null, weightKg: null },
  items: [warfarin, aspirin],
  selected: [aspirin.key],
  diagnosis: null,
  alongside: null,
  ...change,
})

const cardsOf = (opinions: ServiceOpinion[]) => opinions.flatMap((it) => (it.state === 'answered' ? it.cards : []))

test('the sandbox’s finding comes whole: weight, sentence, article, version, what it is about, what may be said against it', async () => {
  const [card] = cardsOf(await rulesAt(ours()).ask(question()))
  expect(card).toMatchObject({
    rule: 'interaction:acetylsalicylic acid+warfarin',
    weight: 'warning',
    summary: 'وارفارین و آسپرین: افزایش خطر خونریزی',
    advice: 'فقط با اندیکاسیون روشن و پایش INR.',
    source: { label: 'دستورنامهٔ آزمایشی ایمنی دارو', article: 'بند ۱، تداخل داروها', version: '۱۴۰۵٫۰۹' },
    about: [warfarin.key, aspirin.key],
  })
  expect(card?.overrideReasons.length).toBeGreaterThan(1)
})

test('a suggested dose is a change to that item, in its own unit', async () => {
  const [card] = cardsOf(await rulesAt(ours()).ask(question({ items: [acetaminophen] })))
  expect(card?.suggestions).toMatchObject([{ changes: [{ do: 'dose', key: acetaminophen.key, dose: '2' }] }])
})

test('what she was not asked is not told: not as yes, not as no', async () => {
  const isotretinoin = { ...warfarin, code: '91255', atc: 'D10BA01' }
  const weightsFor = async (isPregnant: boolean | null) =>
    cardsOf(await rulesAt(ours()).ask(question({ items: [isotretinoin], patient: { ...question().patient, isPregnant } }))).map(({ weight }) => weight)
  expect(await weightsFor(true)).toEqual(['refusal'])
  expect(await weightsFor(false)).toEqual([])
  expect(await weightsFor(null)).toEqual([])
})

describe('the requests', () => {
  const sent = async () => {
    const [call] = await sandbox.received('clinical-rules')
    return HookRequest.parse(JSON.parse(call?.request ?? '{}'))
  }

  test('order-select while composing, with what is newly selected; both contexts have the shape of the published examples', async () => {
    await rulesAt(ours()).ask(question({ moment: 'composing' }))
    const select = await sent()
    expect(select.hook).toBe('order-select')
    expect(OrderSelectContext.parse(select.context).selections).toEqual([`MedicationRequest/${aspirin.key}`])
    await rulesAt(ours()).ask(question())
    const sign = await sent()
    expect(sign.hook).toBe('order-sign')
    expect(OrderSignContext.parse(sign.context).draftOrders.entry).toHaveLength(2)
    expect(sign.hookInstance).not.toBe(select.hookInstance)
  })

  test('each order has the members by which the published one is read', async () => {
    await rulesAt(ours()).ask(question())
    const [ours_] = OrderSignContext.parse((await sent()).context).draftOrders.entry ?? []
    const example = OrderSignContext.parse(published('order-sign-context.published.json')).draftOrders.entry?.at(-1)
    const missing = ['resourceType', 'id', 'status', 'intent', 'medicationCodeableConcept', 'subject', 'dosageInstruction', 'dispenseRequest']
      .filter((member) => typeof ours_?.resource[member] !== typeof example?.resource[member])
    expect(missing).toEqual([])
  })

  test('the patient has an age and a sex, and no name or number', async () => {
    await rulesAt(ours()).ask(question())
    const { prefetch } = await sent()
    expect(prefetch?.['patient']).toEqual({ resourceType: 'Patient', id: question().encounterId, gender: 'female', birthDate: '1990-07-03' })
  })

  test('of allergies, none found is null, and never asked about is left out', async () => {
    const allergiesSent = async (allergies: RuleQuestion['patient']['allergies']) => {
      await rulesAt(ours()).ask(question({ patient: { ...question().patient, allergies } }))
      return (await sent()).prefetch
    }
    expect(await allergiesSent(null)).not.toHaveProperty('allergies')
    expect((await allergiesSent([]))?.['allergies']).toBeNull()
    expect((await allergiesSent([{ atc: 'J01C', name: 'پنی‌سیلین' }]))?.['allergies']).toMatchObject({ resourceType: 'Bundle', type: 'searchset' })
  })
})

describe('a foreign service, added by its address alone, that answers as the specification’s examples do', () => {
  const foreignQuestions = () => foreign.asked.filter(({ path }) => path !== '/cds-services')

  test('its cards stand beside ours; each service answers for itself', async () => {
    const opinions = await rulesAt(ours(), foreignUrl).ask(question())
    expect(opinions.map(({ title, state }) => `${title} ${state}`)).toEqual(['ایمنی دارو answered', 'Pharmacogenomics CDS Service answered'])
    const foreignCards = cardsOf(opinions.slice(1))
    expect(foreignCards.map(({ weight, summary }) => `${weight}: ${summary}`)).toEqual(['information: Example Card', 'warning: Another card'])
    expect(foreignCards[0]).toMatchObject({ id: '4e0a3a1e-3283-4575-ab82-028d55fe2719', rule: null, about: [], advice: 'This is an example card.' })
    expect(foreignCards[1]?.overrideReasons).toEqual([
      { code: 'reason-code-provided-by-service', system: 'http://example.org/cds-services/fhir/CodeSystem/override-reasons', display: 'Patient refused' },
      { code: '12354', system: 'http://example.org/cds-services/fhir/CodeSystem/override-reasons', display: 'Contraindicated' },
    ])
  })

  test('its web pages are linked, its SMART app is not', async () => {
    const [card] = cardsOf(await rulesAt(foreignUrl).ask(question()))
    expect(card?.links.map(({ label }) => label)).toEqual(['Google', 'Github'])
  })

  test('what it would do by itself is not done', async () => {
    expect(await rulesAt(foreignUrl).ask(question({ moment: 'composing' }))).toEqual([
      { service: `${foreignUrl}/cds-services/order-echo`, title: 'Order Echo CDS Service', state: 'answered', cards: [] },
    ])
  })

  test('it is sent what it asked for and can be given, and nothing else', async () => {
    await rulesAt(foreignUrl).ask(question({ moment: 'composing' }))
    const [asked] = foreignQuestions()
    // Its second template, her MedicationRequests, is not one we can answer.
    expect(Object.keys(HookRequest.parse(asked?.body).prefetch ?? {})).toEqual(['patient'])
    await rulesAt(foreignUrl).ask(question())
    expect(HookRequest.parse(foreignQuestions().at(-1)?.body)).not.toHaveProperty('prefetch')
  })

  test('it is told in the words of the published feedback', async () => {
    const rules = rulesAt(foreignUrl)
    foreign.answer('/cds-services/pgx-on-order-sign/feedback', '')
    const service = `${foreignUrl}/cds-services/pgx-on-order-sign`
    const reason = { code: 'd7ecf885', system: 'https://example.com/cds-hooks/override-reason-system' }
    const overridden = { kind: 'overridden' as const, reason, note: 'A comment entered by the clinician.' }
    expect(await rules.tell(service, { card: '9368d37b-283f-44a0-93ea-547cebab93ed', at: '2020-12-11T00:00:00Z', outcome: overridden })).toBe('told')
    expect(foreign.asked.at(-1)?.body).toEqual(published('feedback-request.published-reason.json'))
    const accepted = { kind: 'accepted' as const, suggestion: 'e56e1945-20b3-4393-8503-a1a20fd73152' }
    await rules.tell(service, { card: '4e0a3a1e-3283-4575-ab82-028d55fe2719', at: '2021-12-11T10:05:31Z', outcome: accepted })
    expect(foreign.asked.at(-1)?.body).toEqual(FeedbackRequest.parse(published('feedback-request.published-accepted.json')))
  })

  test('a service that takes no feedback is not told again', async () => {
    const feedback = { card: 'c', at: '2020-12-11T00:00:00Z', outcome: { kind: 'accepted' as const, suggestion: 's' } }
    expect(await rulesAt(foreignUrl).tell(`${foreignUrl}/cds-services/order-echo`, feedback)).toBe('refused')
  })
})

describe('silence', () => {
  test.each(['error', 'garbage', 'refuse', 'hang'] as const)('a service that answers with %s is silent, and the other is heard all the same', async (kind) => {
    const rules = cdsHooksRules({ baseUrls: [ours(), foreignUrl], deadlineMs: 2_000, now: () => clock })
    await sandbox.control('PUT', 'faults/clinical-rules', { kind, path: '/drug-safety' })
    expect((await rules.ask(question())).map(({ state }) => state)).toEqual(['silent', 'answered'])
  })

  test('a weight that no specification lists is not guessed at', async () => {
    const reply = JSON.stringify(published('cards-reply.published.json')).replace('"warning"', '"hard-stop"')
    foreign.answer('/cds-services/pgx-on-order-sign', reply)
    expect((await rulesAt(foreignUrl).ask(question())).map(({ state }) => state)).toEqual(['silent'])
  })

  test('a service that wants what it was not given (412) is silent', async () => {
    foreign.answer('/cds-services/pgx-on-order-sign', {}, 412)
    expect((await rulesAt(foreignUrl).ask(question())).map(({ state }) => state)).toEqual(['silent'])
  })

  test('a base that cannot be asked what it offers is one silence', async () => {
    foreign.answer('/cds-services', {}, 404)
    expect(await rulesAt(foreignUrl).ask(question())).toEqual([{ service: foreignUrl, title: new URL(foreignUrl).host, state: 'silent' }])
  })
})

describe('discovery', () => {
  const times = () => foreign.asked.filter(({ path }) => path === '/cds-services').length

  test('is asked once, and anew after ten minutes; what was heard before serves while it is away', async () => {
    const rules = rulesAt(foreignUrl)
    await rules.ask(question())
    await rules.ask(question())
    expect(times()).toBe(1)
    clock = new Date(clock.getTime() + 11 * 60_000)
    foreign.answer('/cds-services', {}, 404)
    expect(await rules.ask(question())).toMatchObject([{ state: 'answered' }])
    expect(times()).toBe(2)
  })
})

test('without services there is nobody to answer', async () => {
  expect(await rulesAt().ask(question())).toEqual([])
})

describe('before a counter hands over (medication-verify)', () => {
  const dispensing = (change: Partial<RuleQuestion> = {}) => question({ moment: 'dispensing', items: [aspirin], ...change })

  test('each drug is asked about alone, the others and what she has already beside it', async () => {
    await rulesAt(ours()).ask(dispensing({ items: [aspirin, acetaminophen], alongside: [warfarin] }))
    const calls = (await sandbox.received('clinical-rules')).flatMap(({ request }) => HookRequest.safeParse(JSON.parse(request || '{}')).data ?? []).slice(0, 2)
    expect(calls.map(({ hook }) => hook)).toEqual(['medication-verify', 'medication-verify'])
    const asked = calls.map(({ context, prefetch }) => ({
      about: MedicationVerifyContext.parse(context).medication.id,
      status: MedicationVerifyContext.parse(context).medication['status'],
      beside: Bundle.parse(prefetch?.['medications']).entry?.map(({ resource }) => resource.id),
    }))
    expect(asked.toSorted((a, b) => (a.about ?? '').localeCompare(b.about ?? ''))).toEqual([
      { about: aspirin.key, status: 'active', beside: [acetaminophen.key, warfarin.key] },
      { about: acetaminophen.key, status: 'active', beside: [aspirin.key, warfarin.key] },
    ])
  })

  test('what she has from before is warned of beside what is handed over, and only that is named', async () => {
    const [card] = cardsOf(await rulesAt(ours()).ask(dispensing({ alongside: [warfarin] })))
    expect(card).toMatchObject({ rule: 'interaction:acetylsalicylic acid+warfarin', about: [aspirin.key] })
    expect(cardsOf(await rulesAt(ours()).ask(dispensing({ alongside: [] })))).toEqual([])
  })

  test('a service that is away is silent once, however many drugs it was asked about', async () => {
    await sandbox.control('PUT', 'faults/clinical-rules', { kind: 'error', path: '/drug-safety' })
    expect((await rulesAt(ours()).ask(dispensing({ items: [aspirin, acetaminophen] }))).map(({ state }) => state)).toEqual(['silent'])
  })
})

test('an image stands as a ServiceRequest; rays are warned of in a known pregnancy and in no other', async () => {
  const chest: RuleService = { kind: 'service', list: 'imaging', key: aspirin.key, code: '790001', name: 'رادیوگرافی قفسه سینه', quantity: 1, directions: '' }
  const rulesOf = async (isPregnant: boolean | null) =>
    cardsOf(await rulesAt(ours()).ask(question({ items: [chest], patient: { ...question().patient, isPregnant } }))).map(({ rule, about }) => ({ rule, about }))
  expect(await rulesOf(true)).toEqual([{ rule: 'radiation:pregnancy', about: [chest.key] }])
  expect(await rulesOf(false)).toEqual([])
  expect(await rulesOf(null)).toEqual([])
})
