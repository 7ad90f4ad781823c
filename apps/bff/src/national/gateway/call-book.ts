import { NationalUnavailable, NationalUnreadable } from './failures.ts'
import type { ServiceStatus } from './port.ts'

/** The part of a pino logger that is used here. */
export interface CallLog {
  info(entry: object, message: string): void
  warn(entry: object, message: string): void
}

export interface CallBook {
  /** Runs one call and remembers how it ended; what it throws is thrown on. */
  keep<T>(call: { service: string; path: string; correlationId: string }, run: () => Promise<T>): Promise<T>
  status(): Omit<ServiceStatus, 'title'>[]
}

/**
 * Remembers how each service answered and writes a line per call. A line names service, path, duration and outcome; it
 * holds no query, no body and no answer, because those speak of patients.
 */
export function openCallBook(log?: CallLog, now: () => Date = () => new Date()): CallBook {
  const pages = new Map<string, Omit<ServiceStatus, 'title'>>()
  const pageOf = (service: string) => pages.get(service) ?? { service, state: 'untried', lastAnsweredAt: null, lastFailedAt: null, lastMs: null }

  return {
    async keep(call, run) {
      const began = performance.now()
      const elapsed = () => Math.round(performance.now() - began)
      try {
        const result = await run()
        pages.set(call.service, { ...pageOf(call.service), state: 'answering', lastAnsweredAt: now().toISOString(), lastMs: elapsed() })
        log?.info({ ...call, ms: elapsed() }, 'national call')
        return result
      } catch (error) {
        pages.set(call.service, { ...pageOf(call.service), state: 'failing', lastFailedAt: now().toISOString() })
        log?.warn({ ...call, ms: elapsed(), failure: nameOf(error) }, 'national call failed')
        throw error
      }
    },
    status: () => [...pages.values()],
  }
}

function nameOf(error: unknown): string {
  if (error instanceof NationalUnavailable) return error.timedOut ? 'timed-out' : 'unavailable'
  return error instanceof NationalUnreadable ? 'unreadable' : 'unexpected'
}
