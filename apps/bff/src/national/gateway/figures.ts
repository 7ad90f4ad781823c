import { erringIn, silentIn } from '@noskhe/shared/status/rates'
import { count, noLatencies, quantile, sum } from './latencies.ts'
import type { HourFigures, Tally } from './port.ts'

export const noCalls: Tally = { answered: 0, timedOut: 0, broken: 0, busy: 0, refused: 0, unreadable: 0, heldBack: 0 }
export type Ending = keyof Tally

const MINUTE = 60_000
const MINUTES = 60
const PART_MINUTES = 5

interface Minute {
  tally: Tally
  latencies: number[]
}

/** The last hour of one service's calls, minute by minute; what is older is forgotten. */
export interface Figures {
  /** `ms` counts for answered calls alone. */
  add(ending: Ending, ms: number, at: Date): void
  hour(at: Date): HourFigures
}

export function openFigures(): Figures {
  const minutes = new Map<number, Minute>()
  const minuteOf = (at: Date) => Math.floor(at.getTime() / MINUTE)
  const forget = (now: number) => {
    for (const minute of minutes.keys()) if (minute <= now - MINUTES) minutes.delete(minute)
  }

  return {
    add(ending, ms, at) {
      const now = minuteOf(at)
      forget(now)
      const minute = minutes.get(now) ?? { tally: noCalls, latencies: noLatencies() }
      minute.tally = plus(minute.tally, { ...noCalls, [ending]: 1 })
      if (ending === 'answered') count(minute.latencies, ms)
      minutes.set(now, minute)
    },
    hour(at) {
      const now = minuteOf(at)
      forget(now)
      const latencies = [...minutes.values()].reduce((all, it) => sum(all, it.latencies), noLatencies())
      return {
        ...[...minutes.values()].reduce((all, it) => plus(all, it.tally), noCalls),
        medianMs: quantile(latencies, 0.5),
        p95Ms: quantile(latencies, 0.95),
        parts: Array.from({ length: MINUTES / PART_MINUTES }, (_, part) => partOf(minutes, now - MINUTES + 1 + part * PART_MINUTES)),
      }
    },
  }
}

function partOf(minutes: ReadonlyMap<number, Minute>, first: number): HourFigures['parts'][number] {
  const part = Array.from({ length: PART_MINUTES }, (_, place) => minutes.get(first + place)?.tally ?? noCalls).reduce(plus, noCalls)
  return { answered: part.answered, erring: erringIn(part), silent: silentIn(part) }
}

/** Calls that went out and were not answered. */
export const failuresIn = (tally: Tally): number => erringIn(tally) + silentIn(tally)

export function plus(a: Tally, b: Tally): Tally {
  const total = { ...a }
  for (const ending of Object.keys(noCalls) as Ending[]) total[ending] += b[ending]
  return total
}
