import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addShares, formatRial, splitPrice } from './money.ts'

test('a price is written with Persian digits and separators', () => expect(formatRial(2301000)).toBe('۲٬۳۰۱٬۰۰۰ ریال'))

test('the shares of any price add up to it exactly', () => {
  fc.assert(
    fc.property(fc.nat(900_000_000), fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 100 }), (unit, quantity, percent) => {
      const { total, insurerShare, patientShare } = splitPrice(unit, quantity, percent)
      expect(total).toBe(unit * quantity)
      expect(insurerShare + patientShare).toBe(total)
      expect(insurerShare).toBeLessThanOrEqual((total * percent) / 100)
    }),
  )
})

test('adding shares keeps the identity', () => {
  const sum = addShares([splitPrice(333, 1, 70), splitPrice(1001, 3, 90)])
  expect(sum.insurerShare + sum.patientShare).toBe(sum.total)
})
