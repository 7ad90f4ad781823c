import { expect, test } from 'vitest'
import { count, noLatencies, quantile, sum } from './latencies.ts'

const of = (...times: number[]) => {
  const latencies = noLatencies()
  for (const ms of times) count(latencies, ms)
  return latencies
}

test('of no answers nothing is said', () => expect(quantile(noLatencies(), 0.5)).toBeNull())

test.each([1, 7, 80, 450, 3_000, 29_000])('one answer of %i ms is told to a twentieth', (ms) =>
  expect(Math.abs((quantile(of(ms), 0.5) ?? 0) - ms)).toBeLessThanOrEqual(Math.max(0.5, ms * 0.05)))

test('the median has half of the answers before it, p95 all but a twentieth', () => {
  const times = Array.from({ length: 100 }, (_, place) => (place + 1) * 10)
  expect(Math.abs((quantile(of(...times), 0.5) ?? 0) - 500)).toBeLessThanOrEqual(25)
  expect(Math.abs((quantile(of(...times), 0.95) ?? 0) - 950)).toBeLessThanOrEqual(48)
})

test('minutes add up to the hour', () => expect(sum(of(10, 20), of(400))).toEqual(of(10, 20, 400)))

test('what took for ever is counted with the slowest', () => expect(quantile(of(1e9), 0.5)).toBeGreaterThan(80_000))
