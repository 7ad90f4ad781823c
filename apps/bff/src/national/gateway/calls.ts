import { randomUUID } from 'node:crypto'
import { ditasHeader } from '@noskhe/national-wire/ditas'
import { thisSoftware } from '../software.ts'
import { openCallBook } from './call-book.ts'
import type { CallBook, CallLog } from './call-book.ts'
import { openGuard } from './resilience.ts'
import type { Resilience } from './resilience.ts'

export interface CallsOptions {
  /** For one call with all its tries, milliseconds. */
  deadlineMs: number
  log?: CallLog | undefined
  now?: (() => Date) | undefined
  resilience?: Resilience | undefined
}

/** One try. `headers` say what software calls and by which number its call is found again (A07). */
export type Try<T> = (means: { signal: AbortSignal; headers: Record<string, string> }) => Promise<T>

/** What every call to a national service shares, whatever its protocol: deadline, tries, limits, book and conformance headers. */
export interface Calls extends Pick<CallBook, 'status' | 'take'> {
  /** One call. `path` goes to the log: it names no patient. @throws NationalUnavailable | NationalUnreadable */
  call<T>(it: { service: string; path: string; isRead: boolean }, once: Try<T>): Promise<T>
}

export function openCalls({ deadlineMs, log, now, resilience }: CallsOptions): Calls {
  const guard = openGuard(resilience, now)
  const book = openCallBook(log, now, (service) => guard.circuit(service))
  return {
    call({ service, path, isRead }, once) {
      const correlationId = randomUUID()
      const signal = AbortSignal.timeout(deadlineMs)
      const over = performance.now() + deadlineMs
      const headers = {
        [ditasHeader.softwareId]: thisSoftware.id, [ditasHeader.softwareVersion]: thisSoftware.version, [ditasHeader.correlationId]: correlationId,
      }
      return book.keep({ service, path, correlationId }, () =>
        guard.run(service, isRead, () => once({ signal, headers }), () => over - performance.now()))
    },
    status: () => book.status(),
    take: () => book.take(),
  }
}
