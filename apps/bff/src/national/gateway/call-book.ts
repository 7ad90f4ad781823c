import { NationalUnavailable, NationalUnreadable } from './failures.ts'
import { noCalls, openFigures, plus } from './figures.ts'
import type { Ending, Figures } from './figures.ts'
import { count, noLatencies } from './latencies.ts'
import type { HourShare, ServiceStatus } from './port.ts'
import type { Circuit } from './resilience.ts'

/** The part of a pino logger that is used here. */
export interface CallLog {
  info(entry: object, message: string): void
  warn(entry: object, message: string): void
}

export interface CallBook {
  /** Runs one call and remembers how it ended; what it throws is thrown on. */
  keep<T>(call: { service: string; path: string; correlationId: string }, run: () => Promise<T>): Promise<T>
  status(): Omit<ServiceStatus, 'title'>[]
  /** What was counted since it was taken the last time, by service and hour; it is forgotten here. */
  take(): HourShare[]
}

interface Page {
  state: 'answering' | 'failing' | 'untried'
  since: Date | null
  lastAnsweredAt: Date | null
  lastFailedAt: Date | null
  lastFailedAs: ServiceStatus['lastFailedAs']
  lastMs: number | null
  figures: Figures
}

const HOUR = 3_600_000
/** Months are told at Tehran's clock, which is half an hour off UTC's: an hour of UTC could belong to two of them. */
const hourOf = (at: Date) => new Date(Math.floor((at.getTime() + HOUR / 2) / HOUR) * HOUR - HOUR / 2)

const closed: Circuit = { state: 'closed', since: null }

/**
 * Remembers how each service answered and writes a line per call. A line names service, path, duration and outcome; it
 * holds no query, no body and no answer, because those speak of patients.
 */
export function openCallBook(log?: CallLog, now: () => Date = () => new Date(), circuit: (service: string) => Circuit = () => closed): CallBook {
  const pages = new Map<string, Page>()
  let untaken = new Map<string, HourShare & { latencies: number[] }>()

  function pageOf(service: string): Page {
    const page = pages.get(service) ?? { state: 'untried', since: null, lastAnsweredAt: null, lastFailedAt: null, lastFailedAs: null, lastMs: null, figures: openFigures() }
    pages.set(service, page)
    return page
  }

  function note(service: string, ending: Ending, ms: number): void {
    const at = now()
    const page = pageOf(service)
    page.figures.add(ending, ms, at)
    share(service, ending, ms, at)
    if (ending === 'heldBack') return
    const state = ending === 'answered' ? 'answering' : 'failing'
    if (page.state !== state) Object.assign(page, { state, since: at })
    Object.assign(page, ending === 'answered' ? { lastAnsweredAt: at, lastMs: ms } : { lastFailedAt: at, lastFailedAs: ending })
  }

  function share(service: string, ending: Ending, ms: number, at: Date): void {
    const hour = hourOf(at)
    const key = `${service} ${hour.toISOString()}`
    const kept = untaken.get(key) ?? { service, hour, tally: noCalls, latencies: noLatencies() }
    kept.tally = plus(kept.tally, { ...noCalls, [ending]: 1 })
    if (ending === 'answered') count(kept.latencies, ms)
    untaken.set(key, kept)
  }

  return {
    async keep(call, run) {
      const began = performance.now()
      const elapsed = () => Math.round(performance.now() - began)
      try {
        const result = await run()
        note(call.service, 'answered', elapsed())
        log?.info({ ...call, ms: elapsed() }, 'national call')
        return result
      } catch (error) {
        const ending = endingOf(error, call.service)
        if (ending !== null) note(call.service, ending, elapsed())
        log?.warn({ ...call, ms: elapsed(), failure: nameOf(error) }, 'national call failed')
        throw error
      }
    },
    status: () =>
      [...pages].map(([service, { state, since, lastAnsweredAt, lastFailedAt, lastFailedAs, lastMs, figures }]) => {
        const { state: circuitState, since: circuitSince } = circuit(service)
        return {
          service, state, since: iso(since), lastAnsweredAt: iso(lastAnsweredAt), lastFailedAt: iso(lastFailedAt), lastFailedAs, lastMs,
          circuit: circuitState, circuitSince: iso(circuitSince), hour: figures.hour(now()),
        }
      }),
    take() {
      const taken = [...untaken.values()]
      untaken = new Map()
      return taken
    },
  }
}

/** How a failed call is counted for the service it was meant for; null for what is our own fault. */
function endingOf(error: unknown, service: string): Ending | null {
  if (error instanceof NationalUnreadable) return error.service === service ? 'unreadable' : 'heldBack'
  if (!(error instanceof NationalUnavailable)) return null
  // Somebody before it failed (the gateway's token), or it was left alone.
  if (error.service !== service || !error.wasAsked) return 'heldBack'
  return endings[error.why]
}

const endings = { 'timed-out': 'timedOut', broken: 'broken', busy: 'busy', refused: 'refused', 'held-back': 'heldBack' } as const

const nameOf = (error: unknown): string =>
  error instanceof NationalUnavailable ? error.why : error instanceof NationalUnreadable ? 'unreadable' : 'unexpected'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
