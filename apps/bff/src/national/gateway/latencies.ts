/**
 * How often answers took how long, in bins that grow by a tenth: bounded in size, exact to a twentieth, and the sum of two
 * is that of both times, so minutes make an hour and hours a month.
 */
export type Latencies = readonly number[]

const RATIO = 1.1
/** The last bin holds what took longer than a minute and a half. */
const BINS = 121

export const noLatencies = (): number[] => new Array<number>(BINS).fill(0)

const binOf = (ms: number): number => Math.min(BINS - 1, Math.max(0, Math.ceil(Math.log(Math.max(ms, 1)) / Math.log(RATIO))))

/** Counts one answer in. */
export function count(latencies: number[], ms: number): void {
  const bin = binOf(ms)
  latencies[bin] = (latencies[bin] ?? 0) + 1
}

export const sum = (a: Latencies, b: Latencies): number[] => noLatencies().map((_, bin) => (a[bin] ?? 0) + (b[bin] ?? 0))

/** The time within which the share `q` of the answers came, in whole milliseconds; null where there was none. */
export function quantile(latencies: Latencies, q: number): number | null {
  const total = latencies.reduce((all, it) => all + it, 0)
  if (total === 0) return null
  let left = Math.max(1, Math.ceil(q * total))
  const bin = latencies.findIndex((it) => (left -= it) <= 0)
  return Math.max(1, Math.round(RATIO ** (bin - 0.5)))
}
