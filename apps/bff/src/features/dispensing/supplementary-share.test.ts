import { patientPaysOf } from '@noskhe/shared/dispensing/order'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../context.ts'
import type { Coverage } from '../../national/eligibility/port.ts'
import { NationalUnavailable } from '../../national/port.ts'
import type { ClaimAnswer, ShareAnswer, ShareQuestion, Supplementary, SupplementaryClaim, SupplementaryPolicy } from '../../national/supplementary/port.ts'
import { emptyOutbox } from '../../outbox/worker.ts'
import { tellersOf } from '../record/index.ts'
import { findDelivery } from './find-delivery.ts'
import { Counter, item } from './testing/counter.ts'

const silence = new NationalUnavailable('supplementary', { sent: 'maybe' })
const policy: SupplementaryPolicy = {
  company: { code: 'DAY', title: 'بیمهٔ دی' }, number: 'P-1', plan: '', from: '2026-01-01', until: '2026-12-31',
  terms: [{ kind: 'outpatient-drug', from: '2026-01-01', until: '2026-12-31', ceiling: 1_000_000, left: 1_000_000, percent: 80, letterAbove: null }],
}

/** A company in memory that pays four fifths, unless a test says otherwise. */
class Company {
  policies: SupplementaryPolicy[] = [policy]
  readonly asked: ShareQuestion[] = []
  readonly claims: SupplementaryClaim[] = []
  answers: ShareAnswer | Error | null = null
  claimAnswers: ClaimAnswer | Error | null = null

  readonly port: Pick<Supplementary, 'coverage' | 'shares' | 'claim'> = {
    coverage: async () => this.policies,
    shares: async (question) => {
      this.asked.push(question)
      return heard(this.answers) ?? { outcome: 'shared', left: 1_000_000, lines: question.lines.map(fourFifths) }
    },
    claim: async (claim) => {
      this.claims.push(claim)
      return heard(this.claimAnswers) ?? { outcome: 'kept', claimUid: 'C-1', state: 'received', asked: 0, approved: null, message: null }
    },
  }
}

function heard<T>(answer: T | Error | null): T | null {
  if (answer instanceof Error) throw answer
  return answer
}

function fourFifths({ price, ...line }: ShareQuestion['lines'][number]) {
  const supplementaryShare = Math.floor((price.patientShare * 4) / 5)
  return { ...line, price: { ...price, supplementaryShare, patientShare: price.patientShare - supplementaryShare } }
}

let counter: Counter
let company: Company
let coverages: Coverage[] | Error
let number = 0
const covered: Coverage = {
  insurer: 'salamat', title: 'بیمهٔ سلامت', box: { code: '1', title: '' }, validUntil: '2027-01-01', isValid: true,
  supplementary: { name: 'بیمهٔ دی', validUntil: '2026-12-31', isValid: true },
}

beforeAll(async () => {
  counter = await Counter.open()
  const { personId } = counter.context.actor
  await counter.db.person.create({
    data: {
      id: personId, nationalCode: '0082641358', councilNumber: '23871', firstName: 'آرش', lastName: 'بهرامی', gender: 'male', mobile: '09127703615',
      checkedAt: counter.now,
    },
  })
})
afterAll(() => counter.close())
beforeEach(async () => {
  number += 1
  company = new Company()
  coverages = [covered]
  await counter.db.outboxMessage.deleteMany()
})

/** The counter of a country with that company and that eligibility. */
function at(): Context {
  const eligibility = {
    check: async () => ({ person: 'alive' as const, identity: null, coverages: heard(coverages) ?? [], used: null, choice: null, hid: null, message: null }),
  }
  return { ...counter.context, national: { ...counter.national, ...({ eligibility, supplementary: company.port } as unknown as Pick<Context['national'], 'eligibility' | 'supplementary'>) } }
}

/** Ten of a drug of 1000 Rial, of which the basic insurer leaves three tenths. */
async function prepare() {
  const line = item(`8000${number}`, 20)
  return counter.prepare(counter.order(`0091${number}`, [line]), { [line.code.value]: 10 }, at())
}
const claims = () => counter.db.outboxMessage.findMany({ where: { kind: 'supplementary.claim' } })
const round = () => emptyOutbox(at(), { ...tellersOf(at()), ...unheard })
/** The health record, of which nothing is asked here. */
const unheard = { 'sepas.dispensing': () => Promise.reject(silence), 'sepas.bill': () => Promise.reject(silence) }

test('three pay, and together the whole: it is kept with the delivery', async () => {
  const prepared = await prepare()
  expect(prepared).toMatchObject({
    totals: { total: 10_000, insurerShare: 7_000, patientShare: 3_000 },
    supplementary: { state: 'known', company: 'بیمهٔ دی', policy: 'P-1', share: 2_400, lines: [{ lineId: prepared.lines[0]?.id, share: 2_400 }] },
  })
  expect(patientPaysOf(prepared)).toBe(600)
  expect((await findDelivery(counter.context, { id: prepared.id })).supplementary).toEqual(prepared.supplementary)
  expect(company.asked).toMatchObject([{ policy: { number: 'P-1' }, siteId: 'SIAM-A', letter: null, lines: [{ count: 10, price: { total: 10_000, patientShare: 3_000 } }] }])
})

test('a silent company is unknown, never nothing; the delivery goes on and nothing is claimed', async () => {
  company.answers = silence
  const prepared = await prepare()
  expect(prepared.supplementary).toEqual({ state: 'unknown', company: 'بیمهٔ دی' })
  expect(patientPaysOf(prepared)).toBe(3_000)
  expect(await counter.confirm(prepared, at())).toMatchObject({ state: 'delivered' })
  expect(await claims()).toEqual([])
})

test('where eligibility is silent nobody knows whether there is a cover', async () => {
  coverages = new NationalUnavailable('eligibility', { sent: 'no' })
  expect((await prepare()).supplementary).toEqual({ state: 'unknown', company: null })
  expect(company.asked).toEqual([])
})

test('a company that wants a letter first is heard in its words', async () => {
  company.answers = { outcome: 'refused', reason: 'needs-letter', message: 'معرفی‌نامه لازم است' }
  expect((await prepare()).supplementary).toEqual({ state: 'refused', company: 'بیمهٔ دی', needsLetter: true, message: 'معرفی‌نامه لازم است' })
})

test.each([
  { of: 'nobody', rows: [{ ...covered, supplementary: null }] },
  { of: 'an ended one', rows: [{ ...covered, supplementary: { name: 'بیمهٔ دی', validUntil: '2026-01-01', isValid: false } }] },
  { of: 'another insurer’s insured', rows: [{ ...covered, insurer: 'tamin' as const }] },
])('with the cover of $of no company is asked', async ({ rows }) => {
  coverages = rows
  expect((await prepare()).supplementary).toBeNull()
  expect(company.asked).toEqual([])
})

test('a policy that pays for no drugs today pays nothing, and says so', async () => {
  company.policies = [{ ...policy, terms: policy.terms.map((it) => ({ ...it, until: '2026-11-24' })) }]
  expect((await prepare()).supplementary).toMatchObject({ state: 'refused', company: 'بیمهٔ دی', needsLetter: false })
  expect(company.asked).toEqual([])
})

test('what was handed over is claimed, under one reference however often it is told', async () => {
  const prepared = await prepare()
  expect(await claims()).toEqual([])
  await counter.confirm(prepared, at())
  company.claimAnswers = silence
  await round()
  company.claimAnswers = null
  counter.now = new Date(counter.now.getTime() + 60_000)
  await round()
  await round()
  const [message] = await claims()
  expect(message).toMatchObject({ state: 'delivered', receipt: { compositionUid: 'C-1' } })
  expect(company.claims.map((it) => it.reference)).toEqual([message?.id, message?.id])
  expect(company.claims[0]).toMatchObject({
    policy: { company: { code: 'DAY' }, number: 'P-1' }, insurer: 'salamat', councilNumber: '23871', siteId: 'SIAM-A', trackingCode: prepared.ref.trackingCode,
    lines: [{ key: prepared.lines[0]?.id, count: 10, price: { total: 10_000, insurerShare: 7_000, supplementaryShare: 2_400, patientShare: 600, discount: 0 } }],
  })
})

test('a claim that is refused is parked with the company’s words, and not told again by itself', async () => {
  await counter.confirm(await prepare(), at())
  company.claimAnswers = { outcome: 'refused', reason: 'not-in-force', message: 'اعتبار ندارد' }
  await round()
  counter.now = new Date(counter.now.getTime() + 60_000)
  await round()
  expect(await claims()).toMatchObject([{ state: 'parked', failure: 'not-in-force: اعتبار ندارد' }])
  expect(company.claims).toHaveLength(1)
})

test('a share of nothing is not claimed', async () => {
  company.answers = null
  company.port.shares = async ({ lines }) => ({
    outcome: 'shared', left: 0, lines: lines.map(({ price, ...line }) => ({ ...line, price: { ...price, supplementaryShare: 0 } })),
  })
  const prepared = await prepare()
  expect(prepared.supplementary).toMatchObject({ state: 'known', share: 0 })
  await counter.confirm(prepared, at())
  expect(await claims()).toEqual([])
})
