import { randomUUID } from 'node:crypto'
import { openCallBook } from '../../gateway/call-book.ts'
import type { CallBook, CallLog } from '../../gateway/call-book.ts'
import { exchange } from '../../gateway/exchange.ts'
import { openGuard } from '../../gateway/resilience.ts'

export const SERVICE = 'tamin'

export interface TransportOptions {
  /** Where `/api/v2/…` stands. */
  baseUrl: string
  /** Where `/auth/server/…` stands. */
  accountUrl: string
  /** For one call with all its tries. */
  deadlineMs: number
  log?: CallLog
  now?: () => Date
}

export interface Sent {
  /** Parts of the path. Those that name a person or a prescription are given as `{ secret }`: they are never logged. */
  path: readonly (string | { secret: string })[]
  query?: Record<string, string>
  token?: string
  /** Sent as JSON. */
  body?: unknown
  /** Sent as form fields, to the account server. */
  form?: Record<string, string>
  /** May be asked again after a failure. */
  isRead: boolean
}

export interface Transport extends Pick<CallBook, 'status'> {
  /** One call. @throws NationalUnavailable | NationalUnreadable */
  send(call: Sent): Promise<{ status: number; json: unknown }>
}

export function openTransport({ baseUrl, accountUrl, deadlineMs, log, now }: TransportOptions): Transport {
  const guard = openGuard()
  const book = openCallBook(log, now)
  return {
    send({ path, query = {}, token, body, form, isRead }) {
      const base = path[0] === 'auth' ? accountUrl : `${baseUrl.replace(/\/$/, '')}/api/v2`
      const url = new URL(`${base.replace(/\/$/, '')}/${path.map((part) => encodeURIComponent(typeof part === 'string' ? part : part.secret)).join('/')}`)
      url.search = new URLSearchParams(query).toString()
      const signal = AbortSignal.timeout(deadlineMs)
      const payload = form === undefined ? body !== undefined && JSON.stringify(body) : new URLSearchParams(form).toString()
      const ask = () =>
        exchange({
          service: SERVICE,
          method: payload === false ? 'GET' : 'POST',
          url,
          headers: {
            ...(payload !== false && { 'content-type': form === undefined ? 'application/json' : 'application/x-www-form-urlencoded' }),
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
          },
          ...(payload !== false && { body: payload }),
          signal,
        })
      const logged = `/${path.map((part) => (typeof part === 'string' ? part : '-')).join('/')}`
      return book.keep({ service: SERVICE, path: logged, correlationId: randomUUID() }, () => guard.run(SERVICE, isRead, ask))
    },
    status: () => book.status(),
  }
}
