import type * as z from 'zod'
import { ditasHeader } from '@noskhe/national-wire/ditas'
import { openCalls } from './calls.ts'
import type { Calls, CallsOptions, Try } from './calls.ts'
import { exchange } from './exchange.ts'
import { NationalUnavailable, NationalUnreadable } from './failures.ts'
import { sealOf } from './message-seal.ts'
import type { SealMessage } from './port.ts'
import { DITAS, openTokenKeeper, withSlash } from './token.ts'
import type { GatewayAccount, TokenKeeper } from './token.ts'

/** The transport to every service behind DITAS. Knows paths and bytes, no service's meaning. */
export interface Gateway {
  /** A read, tried again after a failure that was not silence. */
  get<T>(path: string, options: { service: string; reply: z.ZodType<T>; query?: Record<string, string> }): Promise<T>
  /**
   * A write unless `isRead` says that repeating it changes nothing (services ask patients' data by POST, so that nothing of
   * them stands in a URL); only reads are tried again. `seal`: the centre answers for the message with its certificate (9-1-1).
   * @throws NationalUnavailable | NationalUnreadable
   */
  post<T>(path: string, options: { service: string; body: unknown; reply: z.ZodType<T>; isRead?: boolean; seal?: SealMessage | undefined }): Promise<T>
}

export interface GatewayOptions extends GatewayAccount, CallsOptions {
  /** Id of our service package at the gateway. */
  pid: string
  /** Services that stand elsewhere, each behind a door of its own that takes the same account: service → base URL. */
  serviceUrls?: Readonly<Partial<Record<string, string>>>
}

interface Call<T> {
  service: string
  method: 'GET' | 'POST'
  path: string
  query: Record<string, string>
  body: string | undefined
  seal: Record<string, string>
  isRead: boolean
  reply: z.ZodType<T>
}

export function openGateway(options: GatewayOptions): Gateway & Pick<Calls, 'status' | 'take'> {
  const { pid, serviceUrls = {}, now = () => new Date() } = options
  const calls = openCalls(options)
  const doors = new Map<string, Door>()

  function doorOf(service: string): Door {
    const baseUrl = withSlash(serviceUrls[service] ?? options.baseUrl)
    const door = doors.get(baseUrl) ?? { baseUrl, tokens: openTokenKeeper({ ...options, baseUrl }, calls, now) }
    doors.set(baseUrl, door)
    return door
  }

  async function call<T>(it: Call<T>): Promise<T> {
    const url = new URL(it.path, doorOf(it.service).baseUrl)
    for (const [name, value] of Object.entries(it.query)) url.searchParams.set(name, value)
    return calls.call(it, async (means) => {
      const { status, json } = await throughDoor(it, { url, pid, tokens: doorOf(it.service).tokens }, means)
      const reply = it.reply.safeParse(json)
      if (!reply.success) throw new NationalUnreadable(it.service, { cause: reply.error, sent: status < 400 ? 'maybe' : 'no' })
      return reply.data
    })
  }

  return {
    get: (path, { service, reply, query = {} }) => call({ service, method: 'GET', path, query, body: undefined, seal: {}, isRead: true, reply }),
    post: async (path, { service, body, reply, isRead = false, seal }) =>
      call({ service, method: 'POST', path, query: {}, body: JSON.stringify(body), seal: await sealOf(path, body, seal), isRead, reply }),
    status: () => calls.status(),
    take: () => calls.take(),
  }
}

interface Door {
  baseUrl: string
  tokens: TokenKeeper
}

type Means = Parameters<Try<unknown>>[0]

/** One try. A 401 says that the call was not looked at, so another token may be tried even for a write. */
async function throughDoor({ service, method, body, seal }: Call<unknown>, { url, pid, tokens }: { url: URL; pid: string; tokens: TokenKeeper }, means: Means) {
  for (let tries = 2; ; tries--) {
    const token = await within(means.signal, tokens.token())
    const headers = {
      ...means.headers,
      ...seal,
      authorization: `Bearer ${token}`,
      [ditasHeader.package]: pid,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const answer = await exchange({ service, method, url, headers, body, signal: means.signal })
    if (answer.status !== 401 && answer.status !== 403) return answer
    tokens.drop(token)
    if (answer.status === 403 || tries === 1) {
      throw new NationalUnavailable(service, { cause: new Error(`HTTP ${answer.status} from the gateway`), why: 'refused', sent: 'no' })
    }
  }
}

/** The token, unless time is up before it comes: it may be one that somebody else has been waiting for. */
function within(signal: AbortSignal, token: Promise<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new NationalUnavailable(DITAS, { timedOut: true, sent: 'no' }))
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    token.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
