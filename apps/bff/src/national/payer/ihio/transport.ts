import { randomUUID } from 'node:crypto'
import { operations } from '@noskhe/national-wire/ihio'
import type { CallerHeaders, InfoOf, OperationName, RequestOf } from '@noskhe/national-wire/ihio'
import { openCallBook } from '../../gateway/call-book.ts'
import type { CallBook, CallLog } from '../../gateway/call-book.ts'
import { exchange } from '../../gateway/exchange.ts'
import { NationalUnavailable } from '../../gateway/failures.ts'
import { openGuard } from '../../gateway/resilience.ts'
import type { Party } from '../port.ts'
import { SERVICE, readAnswer, refusedUnsent } from './answer.ts'
import type { Answer } from './answer.ts'

export interface TransportOptions {
  /** Where `/service/…` stands. */
  baseUrl: string
  terminalId: number
  /** For one call with all its tries. */
  deadlineMs: number
  log?: CallLog
  now?: () => Date
}

type Caller = Pick<Party, 'clientIp' | 'agent'>

export interface Transport extends Pick<CallBook, 'status'> {
  /** One operation. @throws NationalUnavailable | NationalUnreadable */
  send<N extends OperationName>(operation: N, request: RequestOf<N>, caller: Caller & { token: string }): Promise<Answer<InfoOf<N>>>
}

/**
 * Operations that change something at the insurer: told once. The rest may be asked again after a failure; a check that is
 * asked twice leaves one check code unused, which the insurer lets lapse.
 */
const writes: ReadonlySet<OperationName> = new Set<OperationName>([
  'samad/electronic/generate', 'prescription/save', 'prescription/update', 'prescription/deliver', 'prescription/deliver/confirm',
  'prescription/delivered/delete', 'subscription/reactive/uid', 'deliver/queue/prescription/send', 'auth/session/cparty/otp/check',
  // Opening a session sends a text message where the account has two steps.
  'auth/session/cparty/open',
])

export function openTransport({ baseUrl, terminalId, deadlineMs, log, now }: TransportOptions): Transport {
  const guard = openGuard()
  const book = openCallBook(log, now)

  return {
    async send(operation, request, { token, clientIp, agent }) {
      const body = operations[operation].request.safeParse(request)
      if (!body.success) return refusedUnsent(body.error)
      const path = `/service/${operation}`
      const headers: CallerHeaders = {
        terminalId: String(terminalId),
        token,
        clientIPAddress: clientIp,
        clientAgentInfo: agent.replace(/[^\x20-\x7e]/g, '').slice(0, 256),
      }
      const signal = AbortSignal.timeout(deadlineMs)
      const ask = () =>
        exchange({
          service: SERVICE,
          method: 'POST',
          url: new URL(`${baseUrl.replace(/\/$/, '')}${path}`),
          headers: { 'content-type': 'application/json', ...(operation !== 'auth/token/fetch' && headers) },
          body: JSON.stringify(body.data),
          signal,
        })
      return book.keep({ service: SERVICE, path, correlationId: randomUUID() }, async () => {
        const { status, json } = await guard.run(SERVICE, !writes.has(operation), ask)
        // The insurer answers 200 always; anything else is something that stands before it.
        if (status !== 200) throw new NationalUnavailable(SERVICE, { cause: new Error(`HTTP ${status}`), sent: 'no' })
        return readAnswer(operation, json)
      })
    },
    status: () => book.status(),
  }
}
