import type * as z from 'zod'
import { openCalls } from '../gateway/calls.ts'
import type { Calls, CallsOptions } from '../gateway/calls.ts'
import { exchange } from '../gateway/exchange.ts'
import { NationalUnreadable } from '../gateway/failures.ts'
import type { ClientTokens } from './client-token.ts'

export const SERVICE = 'clinical-rules'

interface Call {
  baseUrl: string
  path: string
  /** Sent as JSON, by POST; a GET without. */
  body?: unknown
}

export interface Transport extends Pick<Calls, 'status' | 'take'> {
  /** A question, which may be asked again. @throws NationalUnavailable | NationalUnreadable */
  ask<T>(call: Call & { reply: z.ZodType<T> }): Promise<T>
  /** Something told, whose answer has no published form. Gives the HTTP status. @throws NationalUnavailable | NationalUnreadable */
  tell(call: Call): Promise<number>
}

interface TransportOptions extends CallsOptions {
  /** By which each call says who calls; without them none does. */
  tokens?: ClientTokens
}

/** One breaker and one bulkhead for each host, so that a dead service does not silence the others. */
export function openTransport({ tokens, ...options }: TransportOptions): Transport {
  const hosts = new Map<string, Calls>()

  function callsTo(url: URL): Calls {
    const calls = hosts.get(url.host) ?? openCalls(options)
    hosts.set(url.host, calls)
    return calls
  }

  function send({ baseUrl, path, body }: Call, isRead: boolean) {
    const url = new URL(`${baseUrl.replace(/\/$/, '')}/${path}`)
    const isPost = body !== undefined
    return callsTo(url).call({ service: SERVICE, path, isRead }, ({ signal, headers }) =>
      exchange({
        service: SERVICE,
        method: isPost ? 'POST' : 'GET',
        url,
        headers: { ...headers, ...(tokens && { authorization: `Bearer ${tokens(url.href)}` }), accept: 'application/json', ...(isPost && { 'content-type': 'application/json' }) },
        ...(isPost && { body: JSON.stringify(body) }),
        signal,
      }))
  }

  return {
    async ask({ reply, ...call }) {
      const { status, json } = await send(call, true)
      const read = status < 400 ? reply.safeParse(json) : null
      if (!read?.success) throw new NationalUnreadable(SERVICE, { cause: read?.error ?? new Error(`HTTP ${status}`), sent: 'maybe' })
      return read.data
    },
    tell: async (call) => (await send(call, false)).status,
    // They stand on one line of the status page, so the one that fails goes first.
    status: () => [...hosts.values()].flatMap((it) => it.status()).toSorted((a, b) => Number(b.state === 'failing') - Number(a.state === 'failing')),
    take: () => [...hosts.values()].flatMap((it) => it.take()),
  }
}
