import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { priceOf, visitPrice } from './tariff.ts'
import { givenIhio } from './testing/caller.ts'
import type { Ihio } from './testing/caller.ts'

let ihio: Ihio
beforeAll(async () => {
  ihio = await givenIhio()
})
afterAll(() => ihio.close())

const rial = fc.integer({ min: 1, max: 500_000_000 })
const drug = { kind: 'drug' as const, fundCode: '26.1', day: '1405-09-04' }

test('the parts are whole, never negative, and add up to the total', () => {
  fc.assert(
    fc.property(rial, rial, fc.integer({ min: 1, max: 1_000 }), (unitPrice, referencePrice, count) => {
      const { total, covered, payable } = priceOf(ihio.db, { ...drug, unitPrice, referencePrice, count })
      expect([total, covered, payable].every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(true)
      expect(covered + payable).toBe(total)
      expect(covered).toBe(Number((BigInt(Math.min(unitPrice, referencePrice)) * BigInt(count) * 70n) / 100n))
    }),
  )
})

test('a fund with a row of its own has its own share, from its day on', () => {
  ihio.db.exec(`INSERT INTO ihio_share VALUES ('26.9', 'drug', 90, '1405-07-01', '1405-08-30')`)
  const on = (day: string) => priceOf(ihio.db, { kind: 'drug', fundCode: '26.9', day, unitPrice: 1_000, referencePrice: 1_000, count: 1 }).covered
  expect(['1405-06-31', '1405-07-01', '1405-08-30', '1405-09-01'].map(on)).toEqual([700, 900, 900, 700])
})

test('a visit of a general practitioner costs what the units and K of the table say', () => {
  expect(visitPrice(ihio.db, '970000', '1', '1405-09-04')).toMatchObject({ total: 2_301_000, covered: 1_610_700, payable: 690_300 })
})

test('a day before the first tariff has no price', () => {
  expect(() => visitPrice(ihio.db, '970000', '1', '1403-12-30')).toThrow(/in force/)
})
