import { describe, expect, test } from 'vitest'
import { priceItem } from './price-item.ts'
import { outpatientShareOf } from './tariff.ts'

const at = new Date('2026-11-25T09:00:00.000Z')
const asked = { outcome: 'covered', unitPrice: 9_999, quantity: 7, maxCovered: null, insurer: 'salamat', at } as const

describe('price of an item', () => {
  test.each([
    ['covered: the insurer’s part is rounded down and the patient pays the rest', {}, { insurerShare: 48_995, patientShare: 20_998 }],
    ['over the ceiling: a share of the covered units only', { outcome: 'over-ceiling', maxCovered: 3 }, { insurerShare: 20_997, patientShare: 48_996 }],
    ['over a ceiling that was not named: nothing', { outcome: 'over-ceiling' }, { insurerShare: 0, patientShare: 69_993 }],
    ['not covered: the patient pays all', { outcome: 'not-covered' }, { insurerShare: 0, patientShare: 69_993 }],
    ['a document missing: the patient pays all until it is there', { outcome: 'needs-document' }, { insurerShare: 0, patientShare: 69_993 }],
  ] as const)('%s', (_, change, shares) => {
    expect(priceItem({ ...asked, ...change }).shares).toEqual({ total: 69_993, ...shares })
  })

  test('without a unit price nothing is said of the price, nor where it comes from', () =>
    expect(priceItem({ ...asked, unitPrice: null })).toEqual({ shares: null, priceSource: null }))
})

describe('share of the insurer', () => {
  test.each([
    ['salamat', 70],
    ['tamin', 70],
    ['armed-forces', 85],
  ] as const)('of %s is %d percent of a drug', (insurer, percent) => expect(outpatientShareOf(insurer, at)?.percent).toBe(percent))

  test('of nobody is none', () => expect(outpatientShareOf('private', at)).toBeNull())

  test('before the first day of its decree is unknown, at Tehran’s midnight', () => {
    expect(outpatientShareOf('salamat', new Date('2026-03-20T20:29:00.000Z'))).toBeNull()
    expect(outpatientShareOf('salamat', new Date('2026-03-20T20:31:00.000Z'))).toMatchObject({ percent: 70 })
  })
})
