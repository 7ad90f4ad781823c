import { describe, expect, test } from 'vitest'
import { insuranceStatus } from '@noskhe/national-wire/tamin/lists'
import { priceOf } from './price.ts'

/** The published example: 694 800 without subsidy and 155 200 of subsidy are 850 000. */
const drug = { status: insuranceStatus.insured, price: 694_800, share: 70, subsidy: 155_200 } as const
const one = { qty: 1, covered: 1, unitPrice: null }

describe('who pays for a drug', () => {
  test('organisation 70 and patient 30 of the price without subsidy, the government its subsidy', () =>
    expect(priceOf(drug, one)).toEqual({ total: 850_000, organisation: 486_360, subsidy: 155_200, patient: 208_440 }))
  test.each([[90, 625_320], [100, 694_800], [0, 0]])('a share of %d percent', (share, organisation) =>
    expect(priceOf({ ...drug, share }, one).organisation).toBe(organisation))
  test('the difference to a dearer product is the patient’s', () =>
    expect(priceOf(drug, { ...one, unitPrice: 900_000 })).toMatchObject({ organisation: 486_360, patient: 258_440 }))
  test('of a cheaper product the organisation pays its share of what it costs', () =>
    expect(priceOf(drug, { ...one, unitPrice: 455_200 })).toEqual({ total: 455_200, organisation: 210_000, subsidy: 155_200, patient: 90_000 }))
  test('of one that the subsidy pays nobody pays more', () =>
    expect(priceOf(drug, { ...one, unitPrice: 100_000 })).toEqual({ total: 100_000, organisation: 0, subsidy: 100_000, patient: 0 }))
  test('what is subsidised only', () =>
    expect(priceOf({ ...drug, status: insuranceStatus.subsidyOnly }, { ...one, covered: 0 })).toEqual({ total: 850_000, organisation: 0, subsidy: 155_200, patient: 694_800 }))
  test('what is not insured is the patient’s', () =>
    expect(priceOf({ ...drug, status: insuranceStatus.notInsured }, { ...one, covered: 0 })).toMatchObject({ organisation: 0, subsidy: 0, patient: 850_000 }))

  test.each([
    [7, 7, null],
    [7, 3, 12_345],
    [1, 0, 900_001],
  ])('of %d units, %d covered, at %s: the parts make the whole', (qty, covered, unitPrice) => {
    const { total, organisation, subsidy, patient } = priceOf({ ...drug, price: 33_333 }, { qty, covered, unitPrice })
    expect(organisation + subsidy + patient).toBe(total)
    expect([organisation, subsidy, patient].every((part) => Number.isInteger(part) && part >= 0)).toBe(true)
  })
})
