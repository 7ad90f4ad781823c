import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import { ditasHeader } from '@noskhe/national-wire/ditas'
import { openCallBook } from './call-book.ts'
import type { CallBook, CallLog } from './call-book.ts'
import { exchange } from './exchange.ts'
import { NationalUnavailable, NationalUnreadable } from './failures.ts'
import { openGuard } from './resilience.ts'
import type { Resilience } from './resilience.ts'
import { openTokenKeeper, withSlash } from './token.ts'
import type { GatewayAccount } from './token.ts'

/** The transport to every service behind DITAS. Knows paths and bytes, no service's meaning. */
export interface Gateway {
  /** A read, tried again after a failure that was not silence. */
  get<T>(path: string, options: { service: string; reply: z.ZodType<T>; query?: Record<string, string> }): Promise<T>
  /**
   * A write unless `isRead` says that repeating it changes nothing (services ask patients' data by POST, so that nothing of
   * them stands in a URL); only reads are tried again.
   * @throws NationalUnavailable | NationalUnreadable
   */
  post<T>(path: string, options: { service: string; body: unknown; reply: z.ZodType<T>; isRead?: boolean }): Promise<T>
}

export interface GatewayOptions extends GatewayAccount {
  /** Id of our service package at the gateway. */
  pid: string
  /** Conformance data that travels with every call (A07). */
  softwareId: string
  softwareVersion: string
  /** For one call with all its tries. */
  deadlineMs: number
  log?: CallLog
  now?: () => Date
  resilience?: Resilience
}

interface Call<T> {
  service: string
  method: 'GET' | 'POST'
  path: string
  query: Record<string, string>
  body: string | undefined
  isRead: boolean
  reply: z.ZodType<T>
}

export function openGateway(options: GatewayOptions): Gateway & Pick<CallBook, 'status'> {
  const { baseUrl, pid, softwareId, softwareVersion, deadlineMs, log, now = () => new Date() } = options
  const tokens = openTokenKeeper(options, deadlineMs, now)
  const guard = openGuard(options.resilience)
  const book = openCallBook(log, now)

  /** One try. A 401 says that the call was not looked at, so another token may be tried even for a write. */
  async function send({ service, method, path, query, body }: Call<unknown>, correlationId: string, signal: AbortSignal) {
    const url = new URL(path, withSlash(baseUrl))
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    for (let tries = 2; ; tries--) {
      const token = await tokens.token()
      const headers = {
        authorization: `Bearer ${token}`,
        [ditasHeader.package]: pid,
        [ditasHeader.softwareId]: softwareId,
        [ditasHeader.softwareVersion]: softwareVersion,
        [ditasHeader.correlationId]: correlationId,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      }
      const answer = await exchange({ service, method, url, headers, body, signal })
      if (answer.status !== 401 && answer.status !== 403) return answer
      tokens.drop(token)
      if (answer.status === 403 || tries === 1) {
        throw new NationalUnavailable(service, { cause: new Error(`HTTP ${answer.status} from the gateway`), sent: 'no' })
      }
    }
  }

  async function call<T>(it: Call<T>): Promise<T> {
    const correlationId = randomUUID()
    const signal = AbortSignal.timeout(deadlineMs)
    return book.keep({ service: it.service, path: it.path, correlationId }, async () => {
      const { status, json } = await guard.run(it.service, it.isRead, () => send(it, correlationId, signal))
      const reply = it.reply.safeParse(json)
      if (!reply.success) throw new NationalUnreadable(it.service, { cause: reply.error, sent: status < 400 ? 'maybe' : 'no' })
      return reply.data
    })
  }

  return {
    get: (path, { service, reply, query = {} }) => call({ service, method: 'GET', path, query, body: undefined, isRead: true, reply }),
    post: (path, { service, body, reply, isRead = false }) =>
      call({ service, method: 'POST', path, query: {}, body: JSON.stringify(body), isRead, reply }),
    status: () => book.status(),
  }
}
