import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenSandbox } from '../testing/sandbox.ts'
import { supplementaryThrough } from './adapter.ts'
import type { LineToShare, LetterRequest, ShareQuestion, SharedLine, SupplementaryClaim } from './port.ts'

const clock = { at: new Date('2026-11-25T09:00:00.000Z') }
let sandbox: Awaited<ReturnType<typeof givenSandbox>>
beforeAll(async () => void (sandbox = await givenSandbox(() => clock.at)))
afterAll(() => sandbox.close())
beforeEach(async () => {
  clock.at = new Date('2026-11-25T09:00:00.000Z')
  await sandbox.control('POST', 'reset')
})

const company = () => supplementaryThrough(sandbox.gateway())
const pass = (minutes: number) => void (clock.at = new Date(clock.at.getTime() + minutes * 60_000))
const patient = { identity: { kind: 'national-code', value: '2283746159' } } as const
const policy = { company: { code: 'DAY', title: 'بیمهٔ دی' }, number: 'DAY-1404-77120' }
const about = { patient, policy, siteId: 'SIAM-2200143', kind: 'outpatient-drug' as const, letter: null }

/** A line of which the basic insurer pays seven tenths of what no discount covers. */
function line(total: number, { key = '1', discount = 0 } = {}): LineToShare {
  const insurerShare = Math.floor(((total - discount) * 7) / 10)
  return { key, code: { system: 'generic', value: '60001' }, count: 1, price: { total, insurerShare, patientShare: total - discount - insurerShare, discount } }
}
const question = (lines: LineToShare[], more: Partial<ShareQuestion> = {}): ShareQuestion => ({ ...about, lines, ...more })

async function shared(lines: LineToShare[], more: Partial<ShareQuestion> = {}): Promise<SharedLine[]> {
  const answer = await company().shares(question(lines, more))
  if (answer.outcome !== 'shared') throw new Error(answer.message)
  return answer.lines
}

const claimOf = (reference: string, lines: SharedLine[], more: Partial<SupplementaryClaim> = {}): SupplementaryClaim => ({
  ...about, reference, councilNumber: '23871', insurer: 'salamat', trackingCode: '10482', deliveredAt: clock.at.toISOString(), lines, ...more,
})

const drugTerm = async () => {
  const [found] = await company().coverage(patient)
  return found?.terms.find((it) => it.kind === 'outpatient-drug' && it.from === '2026-04-21')
}

describe('cover', () => {
  test('is told with its dated ceilings, and what is left of each', async () => {
    expect(await company().coverage(patient)).toMatchObject([{ ...policy, plan: 'درمان گروهی، طرح نقره‌ای', from: '2025-04-21', until: '2027-04-20' }])
    expect(await drugTerm()).toEqual({
      kind: 'outpatient-drug', from: '2026-04-21', until: '2027-04-20', ceiling: 60_000_000, left: 60_000_000, percent: 80, letterAbove: 20_000_000,
    })
  })

  test('of somebody without one is none', async () => {
    expect(await company().coverage({ identity: { kind: 'national-code', value: '1384950613' } })).toEqual([])
  })

  test('after the last day pays nothing, and on it still does', async () => {
    clock.at = new Date('2027-04-20T20:00:00.000Z')
    expect((await shared([line(1_000_000)]))[0]?.price.supplementaryShare).toBe(240_000)
    clock.at = new Date('2027-04-20T21:00:00.000Z')
    expect(await company().shares(question([line(1_000_000)]))).toMatchObject({ outcome: 'refused', reason: 'not-in-force' })
  })

  test('of another person pays nothing, whoever names its number', async () => {
    const theirs = { identity: { kind: 'national-code', value: '1384950613' } } as const
    expect(await company().shares(question([line(1_000_000)], { patient: theirs }))).toMatchObject({ outcome: 'refused', reason: 'unknown' })
  })

  test('does not pay for a kind that the contract does not name', async () => {
    expect(await company().shares(question([line(1_000_000)], { kind: 'visit' }))).toMatchObject({ outcome: 'refused', reason: 'not-covered' })
  })
})

describe('shares', () => {
  test('are of what the basic insurer leaves, by the percentage of the day', async () => {
    expect((await shared([line(1_000_000, { discount: 100_000 })]))[0]?.price).toEqual({
      total: 1_000_000, insurerShare: 630_000, supplementaryShare: 216_000, patientShare: 54_000, discount: 100_000,
    })
    clock.at = new Date('2026-04-20T09:00:00.000Z')
    expect((await shared([line(1_000_000)]))[0]?.price.supplementaryShare).toBe(210_000)
  })

  test('add up to the total with the discount, whatever the prices, and never pass the ceiling', async () => {
    const price = fc.record({ total: fc.integer({ min: 0, max: 6_000_000 }), off: fc.integer({ min: 0, max: 100 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(price, { minLength: 1, maxLength: 9 }), async (prices) => {
        const lines = await shared(prices.map(({ total, off }, place) => line(total, { key: String(place), discount: Math.floor((total * off) / 100) })))
        for (const { price } of lines) {
          expect(price.insurerShare + price.supplementaryShare + price.patientShare + price.discount).toBe(price.total)
          expect(Object.values(price).every((part) => Number.isInteger(part) && part >= 0)).toBe(true)
        }
        expect(lines.reduce((sum, it) => sum + it.price.supplementaryShare, 0)).toBeLessThanOrEqual(60_000_000)
      }),
      { numRuns: 40 },
    )
  })

  test('that do not add up are no answer', async () => {
    const gateway = sandbox.gateway()
    const lying = supplementaryThrough({
      ...gateway,
      post: (path, options) => {
        const data = { Left: 1, Services: [{ PKID: '1', SupplementaryContribution: 300_001, PatientContribution: 0 }] }
        return Promise.resolve(options.reply.parse({ data, isSuccess: true, waitTime: 0, statusCode: 200, message: [path] }))
      },
    })
    await expect(lying.shares(question([line(1_000_000)]))).rejects.toMatchObject({ name: 'NationalUnreadable' })
  })

  test('above the amount of the contract want a letter first', async () => {
    expect(await company().shares(question([line(66_666_667)]))).toMatchObject({ outcome: 'refused', reason: 'needs-letter' })
  })

  test('of a service that is silent are unknown', async () => {
    await sandbox.control('PUT', 'faults/supplementary', { kind: 'error' })
    await expect(company().shares(question([line(1_000_000)]))).rejects.toMatchObject({ name: 'NationalUnavailable' })
    await sandbox.control('PUT', 'faults/supplementary', { kind: 'unknown' })
    await expect(company().shares(question([line(1_000_000)]))).rejects.toMatchObject({ name: 'NationalUnavailable', why: 'refused' })
    await sandbox.control('DELETE', 'faults/supplementary')
  })
})

describe('an introduction letter', () => {
  const asking = (reference: string, estimate: number): LetterRequest => ({ ...about, reference, councilNumber: '23871', estimate, purpose: 'دارو' })

  test('is issued with its last day and amount, once for one reference', async () => {
    const first = await company().requestLetter(asking('L1', 30_000_000))
    expect(first).toMatchObject({ outcome: 'issued', validUntil: '2026-12-25', ceiling: 24_000_000 })
    pass(5)
    expect(await company().requestLetter(asking('L1', 30_000_000))).toEqual(first)
    expect(await company().requestLetter(asking('L1', 31_000_000))).toMatchObject({ outcome: 'refused', reason: 'conflict' })
    expect(await company().findLetter({ reference: 'L1', siteId: about.siteId })).toEqual(first)
    expect(await company().findLetter({ reference: 'L1', siteId: 'SIAM-1100271' })).toBeNull()
  })

  test('opens what wants one, up to its amount, for its own centre', async () => {
    const letter = await company().requestLetter(asking('L2', 30_000_000))
    if (letter.outcome !== 'issued') throw new Error('No letter')
    const large = [line(120_000_000)]
    expect((await shared(large, { letter: letter.number }))[0]?.price.supplementaryShare).toBe(24_000_000)
    const elsewhere = await company().shares(question(large, { letter: letter.number, siteId: 'SIAM-1100271' }))
    expect(elsewhere).toMatchObject({ outcome: 'refused', reason: 'needs-letter' })
    pass(31 * 24 * 60)
    expect(await company().shares(question(large, { letter: letter.number }))).toMatchObject({ outcome: 'refused', reason: 'needs-letter' })
  })

  test('for a large amount waits for an expert, and is then issued', async () => {
    expect(await company().requestLetter(asking('L3', 50_000_000))).toMatchObject({ outcome: 'pending' })
    pass(30)
    expect(await company().findLetter({ reference: 'L3', siteId: about.siteId })).toMatchObject({ outcome: 'issued', ceiling: 40_000_000 })
  })

  test('is refused with the reason where nothing is left', async () => {
    await useUp()
    expect(await company().requestLetter(asking('L4', 1_000_000))).toEqual({
      outcome: 'refused', reason: 'declined', message: 'از سقف تعهد این بیمه‌نامه چیزی نمانده است',
    })
  })
})

/** Claims until the ceiling of the year is used. */
async function useUp(): Promise<void> {
  for (const reference of ['U1', 'U2', 'U3', 'U4']) await company().claim(claimOf(reference, await shared([line(66_000_000)])))
}

describe('a claim', () => {
  test('is one however often it is told, and its standing is told later', async () => {
    const claim = claimOf('C1', await shared([line(1_000_000)]))
    const first = await company().claim(claim)
    expect(first).toMatchObject({ outcome: 'kept', state: 'received', asked: 240_000, approved: null })
    expect(await company().claim(claim)).toEqual(first)
    expect((await drugTerm())?.left).toBe(59_760_000)
    pass(60)
    expect(await company().findClaim({ reference: 'C1', siteId: about.siteId })).toMatchObject({ state: 'approved', approved: 240_000, message: null })
    pass(72 * 60)
    expect(await company().findClaim({ reference: 'C1', siteId: about.siteId })).toMatchObject({ state: 'paid', approved: 240_000 })
    expect(await company().findClaim({ reference: 'C1', siteId: 'SIAM-1100271' })).toBeNull()
  })

  test('whose answer was lost is found, and counts once', async () => {
    await sandbox.control('PUT', 'faults/supplementary', { kind: 'lose', times: 1, path: 'SaveClaim' })
    expect(await company().claim(claimOf('C2', [paying(240_000)]))).toMatchObject({ outcome: 'kept' })
    expect((await drugTerm())?.left).toBe(59_760_000)
  })

  test('of other contents under a known reference is refused', async () => {
    await company().claim(claimOf('C3', [paying(240_000)]))
    expect(await company().claim(claimOf('C3', [paying(239_999)]))).toMatchObject({ outcome: 'refused', reason: 'conflict' })
  })

  test('for more than the contract gives is approved in part', async () => {
    await company().claim(claimOf('C4', [paying(300_000)]))
    pass(60)
    expect(await company().findClaim({ reference: 'C4', siteId: about.siteId })).toMatchObject({ state: 'approved-in-part', asked: 300_000, approved: 240_000 })
  })

  test('uses up the ceiling: the last gets what is left, and after it nothing is paid', async () => {
    await useUp()
    expect((await drugTerm())?.left).toBe(0)
    pass(60)
    expect(await company().findClaim({ reference: 'U4', siteId: about.siteId })).toMatchObject({ approved: 60_000_000 - 3 * 15_840_000 })
    expect(await company().shares(question([line(1_000_000)]))).toMatchObject({ outcome: 'refused', reason: 'ceiling-used' })
    await company().claim(claimOf('C5', [paying(240_000)]))
    pass(60)
    expect(await company().findClaim({ reference: 'C5', siteId: about.siteId })).toMatchObject({ state: 'rejected', approved: 0 })
  })

  test('counts in the year in which it was delivered', async () => {
    await company().claim(claimOf('C6', [paying(210_000)], { deliveredAt: '2026-04-20T09:00:00.000Z' }))
    expect((await drugTerm())?.left).toBe(60_000_000)
  })
})

/** A line of a million, of which the company was told to pay so much. */
function paying(supplementaryShare: number): SharedLine {
  const { price, ...rest } = line(1_000_000)
  return { ...rest, price: { ...price, supplementaryShare, patientShare: price.patientShare - supplementaryShare } }
}
