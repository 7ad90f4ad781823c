import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RuleCard, RuleQuestion, ServiceOpinion } from '../../../national/clinical-rules/port.ts'
import { card } from '../../../testing/rule-service.ts'
import { Counter, item } from '../testing/counter.ts'
import { gatherDeliveryFindings } from './gather-delivery-findings.ts'
import { overrideDeliveryFinding } from './override-delivery-finding.ts'

let counter: Counter
let number = 0

beforeAll(async () => {
  counter = await Counter.open()
})
afterAll(() => counter.close())
beforeEach(() => {
  number += 1
  counter.rules.isSilent = false
  counter.rules.says = () => []
  counter.rules.secondSays = null
  counter.rules.asked.length = 0
})

function prepared() {
  const line = item(`7000${number}`, 20)
  return counter.prepare(counter.order(`0070${number}`, [line]), { [line.code.value]: 20 })
}
const gather = (id: string) => gatherDeliveryFindings(counter.context, { id })
const override = (id: string, finding: string, reason: string | null) => overrideDeliveryFinding(counter.context, { id, finding, reason, note: '' })
const auditOf = async (subject: string) => (await counter.db.auditEvent.findMany({ where: { subject } })).map(({ action }) => action)

test('what is handed over is asked about once, beside what this pharmacy gave her in thirty days', async () => {
  const earlier = await counter.confirm(await prepared())
  number += 100
  const delivery = await prepared()
  counter.rules.asked.length = 0
  await gather(delivery.id)
  await gather(delivery.id)
  expect(counter.rules.asked).toHaveLength(1)
  expect(counter.rules.asked[0]).toMatchObject({ moment: 'dispensing', items: [{ kind: 'drug', key: delivery.lines[0]?.id }] })
  expect(counter.rules.asked[0]?.alongside?.map(({ key }) => key)).toContain(earlier.lines[0]?.id)

  counter.now = new Date(counter.now.getTime() + 31 * 24 * 3_600_000)
  number += 100
  await gather((await prepared()).id)
  expect(counter.rules.asked.at(-1)?.alongside).toEqual([])
})

test('a refusal stops the hand-over until a reason is given, which is kept with the delivery and audited', async () => {
  counter.rules.says = ({ items }) => [card(items, { weight: 'refusal' })]
  const delivery = await prepared()
  await expect(counter.confirm(delivery)).rejects.toMatchObject({ code: 'rules.refused', detail: { items: [delivery.lines[0]?.id] } })
  const key = (await gather(delivery.id)).findings[0]?.key ?? ''
  await override(delivery.id, key, 'noskhe:prescriber-consulted')
  expect((await counter.confirm(delivery)).state).toBe('delivered')
  expect((await gather(delivery.id)).findings).toMatchObject([{ weight: 'refusal', override: { reason: { display: 'با پزشک تجویزکننده هماهنگ شد' } } }])
  expect(await auditOf(delivery.id)).toContain('rule.overridden')
})

test('a refusal that offers no reason has none here either', async () => {
  counter.rules.says = ({ items }) => [card(items, { weight: 'refusal', overrideReasons: [] })]
  const delivery = await prepared()
  const [finding] = (await gather(delivery.id)).findings
  expect(finding?.overrideReasons).toEqual([])
  await expect(override(delivery.id, finding?.key ?? '', 'noskhe:prescriber-consulted')).rejects.toMatchObject({ code: 'rules.not-overridable' })
})

test('a warning stops nothing; a reason against it can be taken back', async () => {
  counter.rules.says = ({ items }) => [card(items)]
  const delivery = await prepared()
  const key = (await gather(delivery.id)).findings[0]?.key ?? ''
  expect((await override(delivery.id, key, 'monitored')).findings[0]?.override).toMatchObject({ reason: { code: 'monitored' } })
  expect((await override(delivery.id, key, null)).findings[0]?.override).toBeNull()
  expect((await counter.confirm(delivery)).state).toBe('delivered')
})

test('a silence is not checked, asked again until it ends, and stops nothing', async () => {
  counter.rules.isSilent = true
  const delivery = await prepared()
  expect(await gather(delivery.id)).toMatchObject({ state: 'not-checked', silent: ['ایمنی دارو'] })
  counter.rules.isSilent = false
  expect(await gather(delivery.id)).toMatchObject({ state: 'checked', silent: [] })
  counter.rules.isSilent = true
  number += 100
  const other = await counter.confirm(await prepared())
  expect(await gather(other.id)).toMatchObject({ state: 'not-checked', silent: ['ایمنی دارو'] })
})

describe('a reason that was given while a service was silent', () => {
  /** A delivery with a reason against what the second service said, and the first one still to be heard. */
  async function answered(weight: 'warning' | 'refusal') {
    counter.rules.isSilent = true
    counter.rules.secondSays = ({ items }) => [card(items, { weight })]
    const delivery = await prepared()
    await override(delivery.id, (await gather(delivery.id)).findings[0]?.key ?? '', 'monitored')
    return delivery
  }

  test('stands while that is silent on', async () => {
    const delivery = await answered('refusal')
    expect((await counter.confirm(delivery)).state).toBe('delivered')
  })

  test('does not stand against the refusal that its warning then becomes', async () => {
    const delivery = await answered('warning')
    counter.rules.isSilent = false
    counter.rules.says = ({ items }) => [card(items, { weight: 'refusal' })]
    await expect(counter.confirm(delivery)).rejects.toMatchObject({ code: 'rules.refused' })
    expect(await auditOf(delivery.id)).toContain('rule.override-withdrawn')
  })

  test('is none where the finding offers it no more', async () => {
    const delivery = await answered('refusal')
    counter.rules.isSilent = false
    counter.rules.secondSays = ({ items }) => [card(items, { weight: 'refusal', overrideReasons: [] })]
    await expect(counter.confirm(delivery)).rejects.toMatchObject({ code: 'rules.refused' })
  })
})

test('a service that is silent now takes nothing back that it said before', async () => {
  const silent = (service: string) => ({ service, title: service, state: 'silent' as const })
  const answering = (service: string, cards: RuleCard[]) => ({ service, title: service, state: 'answered' as const, cards })
  const hearing = (answers: (question: RuleQuestion) => ServiceOpinion[]) => ({
    ...counter.context,
    national: { ...counter.national, clinicalRules: { ...counter.rules.port, ask: async (question: RuleQuestion) => answers(question) } },
  })
  const delivery = await prepared()
  const before = hearing(({ items }) => [answering('one', [card(items, { weight: 'refusal' })]), silent('two')])
  const [said] = (await gatherDeliveryFindings(before, { id: delivery.id })).findings
  const now = hearing(() => [silent('one'), answering('two', [])])
  await expect(counter.confirm(delivery, now)).rejects.toMatchObject({ code: 'rules.refused' })
  expect((await gatherDeliveryFindings(now, { id: delivery.id })).findings).toEqual([said])
})

test('what was handed over is not answered afterwards', async () => {
  const delivery = await counter.confirm(await prepared())
  await expect(override(delivery.id, 'any', null)).rejects.toMatchObject({ code: 'delivery.wrong-status' })
})
