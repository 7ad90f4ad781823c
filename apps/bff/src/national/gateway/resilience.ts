import {
  BrokenCircuitError, BulkheadRejectedError, ConsecutiveBreaker, ExponentialBackoff, bulkhead, circuitBreaker, handleWhen, retry, wrap,
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

export interface Guard {
  /** Runs a call under the service's own limits. Reads are tried up to three times, writes once: a write may have happened. */
  run<T>(service: string, isRead: boolean, call: () => Promise<T>): Promise<T>
}

/** One bulkhead and one breaker for each service, so that a slow or dead one does not take the others with it. */
export function openGuard({ breakAfter, retryServiceAfterMs, concurrent, queued }: Resilience = defaultResilience): Guard {
  const isSilent = (error: unknown) => error instanceof NationalUnavailable
  const isWorthAnotherTry = (error: unknown) => error instanceof NationalUnavailable && !error.timedOut
  const tryAgain = retry(handleWhen(isWorthAnotherTry), { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 80, maxDelay: 400 }) })
  const limitsOf = (_service: string) =>
    wrap(
      bulkhead(concurrent, queued),
      circuitBreaker(handleWhen(isSilent), { halfOpenAfter: retryServiceAfterMs, breaker: new ConsecutiveBreaker(breakAfter) }),
    )
  const limits = new Map<string, ReturnType<typeof limitsOf>>()

  return {
    async run(service, isRead, call) {
      const limit = limits.get(service) ?? limitsOf(service)
      limits.set(service, limit)
      try {
        return await limit.execute(() => (isRead ? tryAgain.execute(call) : call()))
      } catch (error) {
        const wasHeldBack = error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError
        throw wasHeldBack ? new NationalUnavailable(service, { cause: error, sent: 'no' }) : error
      }
    },
  }
}
