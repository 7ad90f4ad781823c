import { plus } from './figures.ts'
import { sum } from './latencies.ts'
import type { HourShare } from './port.ts'

/** One share for each service and hour, the sum of those given; in one order, whoever sums. */
export function addShares(shares: readonly HourShare[]): HourShare[] {
  const byHour = Map.groupBy(shares, ({ service, hour }) => `${service} ${hour.toISOString()}`)
  return [...byHour]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => same.reduce((all, it) => ({ ...all, tally: plus(all.tally, it.tally), latencies: sum(all.latencies, it.latencies) })))
}
