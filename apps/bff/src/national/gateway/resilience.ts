import { setTimeout as wait } from 'node:timers/promises'
import {
  BrokenCircuitError, BulkheadRejectedError, CircuitState, ConsecutiveBreaker, bulkhead, circuitBreaker, handleWhen, wrap,
} from 'cockatiel'
import { NationalUnavailable } from './failures.ts'

export interface Resilience {
  /** Calls in a row that must fail before a service is left alone. */
  breakAfter: number
  /** How long it is left alone before one call tries it again. */
  retryServiceAfterMs: number
  /** Calls under way at once to one service, and how many more may wait. */
  concurrent: number
  queued: number
}

export const defaultResilience: Resilience = { breakAfter: 6, retryServiceAfterMs: 5_000, concurrent: 24, queued: 120 }

/** Whether a service is asked (`closed`), left alone (`open`) or being tried with one call (`half-open`), and since when. */
export interface Circuit {
  state: 'closed' | 'open' | 'half-open'
  /** Null where it never changed. */
  since: Date | null
}

export interface Guard {
  /**
   * Runs a call under the service's own limits. Reads are tried up to three times within `leftMs`, writes once: a write may
   * have happened. A service that said that it is busy is asked by nobody until the time it named has come.
   */
  run<T>(service: string, isRead: boolean, call: () => Promise<T>, leftMs?: () => number): Promise<T>
  circuit(service: string): Circuit
}

const MOST_TRIES = 3
const FIRST_PAUSE_MS = 80
/** For a service that is busy and does not say for how long. */
const BUSY_MS = 1_000
/** A proxy that asks for a day does not silence us for one. */
const MOST_BUSY_MS = 10 * 60_000

/** One bulkhead and one breaker for each service, so that a slow or dead one does not take the others with it. */
export function openGuard(resilience: Resilience = defaultResilience, now: () => Date = () => new Date()): Guard {
  const limits = new Map<string, Limits>()
  const limitsFor = (service: string): Limits => {
    const known = limits.get(service) ?? limitsOf(service, resilience, now)
    limits.set(service, known)
    return known
  }

  return {
    async run(service, isRead, call, leftMs = () => Infinity) {
      const { policy, patience } = limitsFor(service)
      const once = () => patience.keep(call)
      try {
        return await policy.execute(() => (isRead ? trying(service, once, leftMs) : once()))
      } catch (error) {
        const wasHeldBack = error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError
        throw wasHeldBack ? new NationalUnavailable(service, { cause: error, why: 'held-back', wasAsked: false, sent: 'no' }) : error
      }
    },
    circuit: (service) => limits.get(service)?.circuit() ?? { state: 'closed', since: null },
  }
}

type Limits = ReturnType<typeof limitsOf>

const circuitWords = {
  [CircuitState.Closed]: 'closed', [CircuitState.Open]: 'open', [CircuitState.Isolated]: 'open', [CircuitState.HalfOpen]: 'half-open',
} as const

function limitsOf(service: string, { breakAfter, retryServiceAfterMs, concurrent, queued }: Resilience, now: () => Date) {
  const isDead = (error: unknown) => error instanceof NationalUnavailable && error.service === service && (error.why === 'timed-out' || error.why === 'broken')
  const breaker = circuitBreaker(handleWhen(isDead), { halfOpenAfter: retryServiceAfterMs, breaker: new ConsecutiveBreaker(breakAfter) })
  let since: Date | null = null
  breaker.onStateChange(() => (since = now()))
  return {
    policy: wrap(bulkhead(concurrent, queued), breaker),
    patience: openPatience(service),
    circuit: (): Circuit => ({ state: circuitWords[breaker.state], since }),
  }
}

/** Keeps everybody away from a busy service for as long as it asked. */
function openPatience(service: string) {
  let until = -Infinity
  return {
    async keep<T>(call: () => Promise<T>): Promise<T> {
      const left = until - performance.now()
      if (left > 0) throw new NationalUnavailable(service, { why: 'busy', retryAfterMs: left, wasAsked: false, sent: 'no' })
      try {
        return await call()
      } catch (error) {
        if (isBusy(error, service)) until = performance.now() + Math.min(error.retryAfterMs ?? BUSY_MS, MOST_BUSY_MS)
        throw error
      }
    },
  }
}

const isBusy = (error: unknown, service: string): error is NationalUnavailable =>
  error instanceof NationalUnavailable && error.service === service && error.why === 'busy'

async function trying<T>(service: string, once: () => Promise<T>, leftMs: () => number): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await once()
    } catch (error) {
      const pause = tries < MOST_TRIES ? pauseAfter(error, service, tries) : null
      if (pause === null || pause >= leftMs()) throw error
      await wait(pause)
    }
  }
}

/** How long to wait before another try; null where none is worth it. Spread, so that callers do not come back together. */
function pauseAfter(error: unknown, service: string, tries: number): number | null {
  if (isBusy(error, service)) return Math.min(error.retryAfterMs ?? BUSY_MS, MOST_BUSY_MS) + Math.random() * FIRST_PAUSE_MS
  const isBroken = error instanceof NationalUnavailable && error.service === service && error.why === 'broken'
  return isBroken ? FIRST_PAUSE_MS * 2 ** (tries - 1) * (0.5 + Math.random()) : null
}
