import type { DetachedJws } from '@noskhe/shared/signing/detached-jws'

/** A centre's seal over a message: `digest` is SHA-256 of its canonical text, base64url; `name` (URN) is sealed along. */
export type SealMessage = (message: { name: string; digest: string }) => Promise<DetachedJws>

/** How one service has answered lately. Times are ISO instants. */
export interface ServiceStatus {
  /** Our key of it, as in the call log. */
  service: string
  /** Its Persian name. */
  title: string
  /** `untried`: nobody has asked it since the start. */
  state: 'answering' | 'failing' | 'untried'
  /** Since when it is in this state; null where untried. */
  since: string | null
  lastAnsweredAt: string | null
  lastFailedAt: string | null
  /** How the last failed call ended. */
  lastFailedAs: Exclude<keyof Tally, 'answered' | 'heldBack'> | null
  /** Duration of the last answered call. */
  lastMs: number | null
  /** Whether it is asked at all: `open`, it failed so often that it is left alone for now; `half-open`, one call tries it. */
  circuit: 'closed' | 'open' | 'half-open'
  circuitSince: string | null
  hour: HourFigures
}

/** The last sixty minutes. */
export interface HourFigures extends Tally {
  /** Of the answers, in milliseconds; null where there was none. */
  medianMs: number | null
  p95Ms: number | null
  /** The same hour in twelve parts of five minutes, the oldest first. */
  parts: { answered: number; erring: number; silent: number }[]
}

/** Calls by how they ended. `answered` and the failures are what was asked; `heldBack` are calls that did not go out. */
export interface Tally {
  answered: number
  timedOut: number
  broken: number
  busy: number
  refused: number
  unreadable: number
  heldBack: number
}

/** What became of one service's calls in one hour, to be added to what is kept of that hour already. */
export interface HourShare {
  service: string
  /** The beginning of an hour of Tehran's clock. */
  hour: Date
  tally: Tally
  latencies: readonly number[]
}
