import { describe, expect, test } from 'vitest'
import type { Finding, Override } from './finding.ts'
import { type InsurerLine, type InsurerMessage, insurerKeyOf, insurerLineOf } from './insurer-line.ts'
import { type Remark, remarksOf } from './remark.ts'

const doxycycline = '0199f0c2-1111-7000-8000-000000000001'
const warfarin = '0199f0c2-1111-7000-8000-000000000002'

const finding = (change: Partial<Finding> = {}): Finding => ({
  key: 'age',
  rule: 'age:J01AA',
  topic: 'age',
  weight: 'refusal',
  summary: 'داکسی‌سایکلین: زیر ۸ سال دندان و استخوان را آسیب می‌زند',
  advice: 'آنتی‌بیوتیک دیگری بنویسید.',
  source: { label: 'ایمنی دارو', url: null, article: 'بند ۴', version: '۱' },
  about: [doxycycline],
  suggestions: [],
  overrideReasons: [],
  links: [],
  override: null,
  ...change,
})

const line = (messages: InsurerMessage[], item = doxycycline): InsurerLine => ({ item, insurer: 'armed-forces', asked: `${item} 1 BID 14`, messages })
const warning = (change: Partial<InsurerMessage> = {}): InsurerMessage => ({ tone: 'warning', text: 'سقف پوشش ۲۴ واحد است.', ...change })

const all = (findings: Finding[], lines: InsurerLine[], overrideOf: () => Override | null = () => null) => remarksOf({ findings, lines, overrideOf })
const brief = (remarks: Remark[]) => remarks.map(({ weight, sources }) => `${weight}: ${sources.map(({ by }) => by).join('+')}`)

describe('the same thing, said by both, is one remark with two sources', () => {
  test.each<[why: string, Finding, InsurerMessage, said: string[]]>([
    ['they look at the same thing', finding(), warning({ tone: 'rejection', topic: 'age' }), ['refusal: clinical+insurer']],
    ['they name the same rule, however it is written', finding({ topic: null, rule: 'NM-130' }), warning({ rule: { id: 'nm-130', version: 1 } }), ['refusal: clinical+insurer']],
    ['they use the same words, but for points and digits', finding({ topic: null, summary: 'سقف پوشش 24 واحد است' }), warning(), ['refusal: clinical+insurer']],
    ['the insurer is the heavier', finding({ weight: 'warning' }), warning({ tone: 'rejection', topic: 'age' }), ['refusal: insurer+clinical']],
    ['they look at different things', finding(), warning({ topic: 'ceiling' }), ['refusal: clinical', 'warning: insurer']],
    ['neither says what it looks at', finding({ topic: null }), warning(), ['refusal: clinical', 'warning: insurer']],
    ['they are about different items', finding({ about: [warfarin] }), warning({ topic: 'age' }), ['refusal: clinical', 'warning: insurer']],
    ['a cost proposal is never a safety rule', finding(), warning({ tone: 'advisory', topic: 'age', proposal: { code: '90001', name: 'ارزان‌تر' } }), ['refusal: clinical', 'advice: insurer']],
  ])('%s', (_why, clinical, insurers, said) => {
    expect(brief(all([clinical], [line([insurers])]))).toEqual(said)
  })

  test('the heavier speaks, with its own reasons; what to do is what either tells', () => {
    const [remark] = all([finding({ weight: 'warning', overrideReasons: [{ code: 'monitored', display: 'زیر پایش' }] })], [line([warning({ tone: 'rejection', topic: 'age', text: 'پذیرفته نمی‌شود' })])])
    expect(remark).toMatchObject({ weight: 'refusal', summary: 'پذیرفته نمی‌شود', advice: 'آنتی‌بیوتیک دیگری بنویسید.', overrideReasons: [] })
  })

  test('a finding about two items takes in what the insurer says of either, and is still about both', () => {
    const both = finding({ topic: 'duplicate', about: [warfarin, doxycycline] })
    const remarks = all([both], [line([warning({ topic: 'duplicate' })], warfarin), line([warning({ topic: 'duplicate' })])])
    expect(remarks).toMatchObject([{ about: [warfarin, doxycycline], sources: [{ by: 'clinical' }, { by: 'insurer' }] }])
  })
})

describe('of one side', () => {
  test('two rules about one thing are two remarks', () => {
    const ceilings = [warning({ topic: 'ceiling', rule: { id: 'NM-110', version: 1 } }), warning({ topic: 'ceiling', text: 'دیگر', rule: { id: 'NM-111', version: 2 } })]
    expect(all([], [line(ceilings)])).toHaveLength(2)
  })

  test('a sentence that is told twice is told once', () => {
    expect(all([], [line([warning(), warning()])])).toHaveLength(1)
  })

  test('the same sentence of two items stands at each', () => {
    expect(all([], [line([warning()]), line([warning()], warfarin)]).map(({ about }) => about)).toEqual([[doxycycline], [warfarin]])
  })
})

test('the heaviest comes first, whoever says it', () => {
  const messages = [warning({ tone: 'advisory', text: 'الف' }), warning({ tone: 'rejection', text: 'ب' }), warning({ text: 'پ' })]
  expect(all([finding({ weight: 'information' })], [line(messages)]).map(({ weight }) => weight)).toEqual(['refusal', 'warning', 'advice', 'information'])
})

describe('what the insurer says', () => {
  test.each<[InsurerMessage['tone'], number]>([['advisory', 0], ['warning', 3], ['rejection', 0]])('%s offers %i reasons', (tone, count) => {
    expect(all([], [line([warning({ tone })])])[0]?.overrideReasons).toHaveLength(count)
  })

  test('names its rule with its version', () => {
    expect(all([], [line([warning({ rule: { id: 'NM-111', version: 2 } })])])[0]?.sources).toEqual([
      { by: 'insurer', rule: 'NM-111', label: 'نیروهای مسلح', url: null, article: null, version: '۲' },
    ])
  })

  test('a proposal that names a code can be taken', () => {
    const [remark] = all([], [line([warning({ tone: 'advisory', proposal: { code: '90001', name: 'ارزان‌تر' } })])])
    expect(remark).toMatchObject({ isProposal: true, suggestions: [{ label: 'ارزان‌تر', changes: [{ do: 'code', key: doxycycline, code: '90001' }] }] })
  })

  test('carries the reason that was given against it', () => {
    const override: Override = { reason: { code: 'noskhe:needed', display: 'لازم' }, note: '', givenAt: '2026-11-25T08:00:00.000Z', isRemembered: true }
    expect(all([], [line([warning()])], () => override)[0]?.override).toEqual(override)
  })
})

describe('the name of what an insurer says', () => {
  const item = { key: doxycycline, code: '90132', dose: '1', frequency: 'BID', quantity: 14 }
  const keyOf = (change: Partial<Parameters<typeof insurerLineOf>[1]> = {}, message: Partial<InsurerMessage> = {}) =>
    insurerKeyOf(insurerLineOf('salamat', { ...item, ...change }, { messages: [] }), warning({ rule: { id: 'R', version: 1 }, ...message }))

  test('is the same for the same drug of another prescription', () => {
    expect(keyOf({ key: warfarin }, { text: 'به زبانی دیگر' })).toBe(keyOf())
  })

  test.each([
    ['another drug', keyOf({ code: '90133' })],
    ['another dose', keyOf({ dose: '2' })],
    ['another frequency', keyOf({ frequency: 'TID' })],
    ['another quantity', keyOf({ quantity: 28 })],
    ['another tooth', keyOf({ tooth: '37' })],
    ['another provider', keyOf({ doneBy: 'another' })],
    ['another version of the rule', keyOf({}, { rule: { id: 'R', version: 2 } })],
    ['another weight', keyOf({}, { tone: 'rejection' })],
  ])('is another for %s', (_what, other) => {
    expect(other).not.toBe(keyOf())
  })
})
