import type { CallTally } from './contract.ts'

/** Calls to which nothing came that could be worked with: the service was not there for them. */
export const silentIn = ({ timedOut, broken, busy }: CallTally): number => timedOut + broken + busy
/** Calls that the service answered, though not with what its contract promises. */
export const erringIn = ({ refused, unreadable }: CallTally): number => refused + unreadable

export interface Rates {
  /** Calls that went out. Those held back did not, and say nothing of the service. */
  asked: number
  /** Share of the asked that got any answer, 0 to 1; null where nothing was asked: that is not «available». */
  availability: number | null
  /** Share of the asked that did not end in a proper answer, 0 to 1. */
  errorRate: number | null
}

/** The figures that a service level is agreed in (clause 13). */
export function ratesOf(tally: CallTally): Rates {
  const silent = silentIn(tally)
  const failed = silent + erringIn(tally)
  const asked = tally.answered + failed
  if (asked === 0) return { asked, availability: null, errorRate: null }
  return { asked, availability: (asked - silent) / asked, errorRate: failed / asked }
}
