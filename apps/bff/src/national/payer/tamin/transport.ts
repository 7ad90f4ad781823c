import { openCalls } from '../../gateway/calls.ts'
import type { Calls, CallsOptions } from '../../gateway/calls.ts'
import { exchange } from '../../gateway/exchange.ts'

export const SERVICE = 'tamin'

export interface TransportOptions extends CallsOptions {
  /** Where `/api/v2/…` stands. */
  baseUrl: string
  /** Where `/auth/server/…` stands. */
  accountUrl: string
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

export interface Transport extends Pick<Calls, 'status' | 'take'> {
  /** One call. @throws NationalUnavailable | NationalUnreadable */
  send(call: Sent): Promise<{ status: number; json: unknown }>
}

export function openTransport({ baseUrl, accountUrl, ...options }: TransportOptions): Transport {
  const calls = openCalls(options)
  return {
    send({ path, query = {}, token, body, form, isRead }) {
      const base = path[0] === 'auth' ? accountUrl : baseUrl
      // Three lists stand at `/api` and are named so; all else is the pilot's.
      const face = path[0] === 'auth' || path[0] === 'api' ? '' : '/api/v2'
      const url = new URL(`${base.replace(/\/$/, '')}${face}/${path.map((part) => encodeURIComponent(typeof part === 'string' ? part : part.secret)).join('/')}`)
      url.search = new URLSearchParams(query).toString()
      const payload = form === undefined ? body !== undefined && JSON.stringify(body) : new URLSearchParams(form).toString()
      const logged = `/${path.map((part) => (typeof part === 'string' ? part : '-')).join('/')}`
      return calls.call({ service: SERVICE, path: logged, isRead }, ({ signal, headers }) =>
        exchange({
          service: SERVICE,
          method: payload === false ? 'GET' : 'POST',
          url,
          headers: {
            ...headers,
            ...(payload !== false && { 'content-type': form === undefined ? 'application/json' : 'application/x-www-form-urlencoded' }),
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
          },
          ...(payload !== false && { body: payload }),
          signal,
        }))
    },
    status: () => calls.status(),
    take: () => calls.take(),
  }
}
