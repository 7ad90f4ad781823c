import { expect, test } from 'vitest'
import type { CallTally } from './contract.ts'
import { ratesOf } from './rates.ts'

const tally = (more: Partial<CallTally>): CallTally => ({ answered: 0, timedOut: 0, broken: 0, busy: 0, refused: 0, unreadable: 0, heldBack: 0, ...more })

test('silence takes from availability, and every failure is an error', () => {
  const rates = ratesOf(tally({ answered: 90, timedOut: 2, broken: 2, busy: 1, refused: 3, unreadable: 2 }))
  expect(rates).toEqual({ asked: 100, availability: 0.95, errorRate: 0.1 })
})

test('calls that were held back are not asked', () => {
  expect(ratesOf(tally({ answered: 1, heldBack: 9 }))).toEqual({ asked: 1, availability: 1, errorRate: 0 })
})

test('what was never asked is neither available nor not', () => {
  expect(ratesOf(tally({ heldBack: 3 }))).toEqual({ asked: 0, availability: null, errorRate: null })
})
