/** One line of `npm run bench`: what was measured, beside what, and whether the budget of the two was kept. */
export interface Verdict {
  /** The budget's name, e.g. P2. */
  id: string
  what: string
  ours: string
  theirs: string
  budget: string
  isMet: boolean
}

/** An odd number, so that the median is a round that was really run. */
export const ROUNDS = 5

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** The value below which `share` (0 to 1) of the values lie, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (found === undefined) throw new Error('Nothing was measured')
  return found
}

const TRIES = 3

/**
 * The 99th percentile of what each piece of work takes, in milliseconds. What else the machine does only ever adds time,
 * and would be all that a percentile so high shows: of some tries of each piece the least counts.
 */
export function p99Of<T>(pieces: readonly T[], work: (piece: T) => unknown): number {
  const timeOf = (piece: T) => {
    const start = performance.now()
    work(piece)
    return performance.now() - start
  }
  return percentile(pieces.map((piece) => Math.min(...Array.from({ length: TRIES }, () => timeOf(piece)))), 0.99)
}

/**
 * Measures everybody in each round, the first of one round last in the next: what else the machine does meanwhile, and what
 * is warm by then, falls on all alike. The first round warms up and is not counted.
 */
export async function interleaved<Name extends string>(
  contenders: Readonly<Record<Name, () => number | Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[]
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round <= ROUNDS; round += 1) {
    const first = round % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const value = await contenders[name]()
      if (round > 0) measured[name].push(value)
    }
  }
  return measured
}

interface Compared {
  id: string
  what: string
  /** Each round's figure; the rounds of both belong together. */
  ours: readonly number[]
  theirs: readonly number[]
  unit: string
  /** Ours by theirs, in the median round. */
  ratio: number
}

/** Ours must be at most `ratio` times theirs: times and memory. */
export const atMost = (it: Compared): Verdict => verdictOf(it, '≤', (measured) => measured <= it.ratio)

/** Ours must be at least `ratio` times theirs: throughput. */
export const atLeast = (it: Compared): Verdict => verdictOf(it, '≥', (measured) => measured >= it.ratio)

function verdictOf({ id, what, ours, theirs, unit, ratio }: Compared, sign: string, isKept: (measured: number) => boolean): Verdict {
  const measured = median(ours.map((our, round) => our / (theirs[round] ?? NaN)))
  const shown = (values: readonly number[]) => `${median(values).toPrecision(3)} ${unit}`
  return {
    id, what, ours: shown(ours), theirs: shown(theirs), budget: `${measured.toPrecision(3)}× ${sign} ${ratio}×`, isMet: isKept(measured),
  }
}
