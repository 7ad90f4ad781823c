import { operations } from '@noskhe/national-wire/ihio'
import type { CallerHeaders, InfoOf, OperationName, RequestOf } from '@noskhe/national-wire/ihio'
import { openCalls } from '../../gateway/calls.ts'
import type { Calls, CallsOptions } from '../../gateway/calls.ts'
import { exchange } from '../../gateway/exchange.ts'
import { NationalUnavailable } from '../../gateway/failures.ts'
import type { Party } from '../port.ts'
import { SERVICE, readAnswer, refusedUnsent } from './answer.ts'
import type { Answer } from './answer.ts'

export interface TransportOptions extends CallsOptions {
  /** Where `/service/…` stands. */
  baseUrl: string
  terminalId: number
}

type Caller = Pick<Party, 'clientIp' | 'agent'>

export interface Transport extends Pick<Calls, 'status' | 'take'> {
  /** One operation. @throws NationalUnavailable | NationalUnreadable */
  send<N extends OperationName>(operation: N, request: RequestOf<N>, caller: Caller & { token: string }): Promise<Answer<InfoOf<N>>>
}

/**
 * Operations that change something at the insurer: told once. The rest may be asked again after a failure; a check that is
 * asked twice leaves one check code unused, which the insurer lets lapse.
 */
const writes: ReadonlySet<OperationName> = new Set<OperationName>([
  'samad/electronic/generate', 'prescription/save', 'prescription/update', 'prescription/deliver', 'prescription/deliver/confirm',
  'samad/electronic/generate/reference', 'samad/paper/generate', 'prescription/paper/order', 'prescription/paper/deliver',
  'prescription/paper/deliver/confirm', 'prescription/delivered/delete', 'subscription/reactive/uid', 'deliver/queue/prescription/send', 'auth/session/cparty/otp/check',
  // Opening a session sends a text message where the account has two steps.
  'auth/session/cparty/open',
])

export function openTransport({ baseUrl, terminalId, ...options }: TransportOptions): Transport {
  const calls = openCalls(options)

  return {
    async send(operation, request, { token, clientIp, agent }) {
      const body = operations[operation].request.safeParse(request)
      if (!body.success) return refusedUnsent(body.error)
      const path = `/service/${operation}`
      const caller: CallerHeaders = {
        terminalId: String(terminalId),
        token,
        clientIPAddress: clientIp,
        clientAgentInfo: agent.replace(/[^\x20-\x7e]/g, '').slice(0, 256),
      }
      return calls.call({ service: SERVICE, path, isRead: !writes.has(operation) }, async ({ signal, headers }) => {
        const { status, json } = await exchange({
          service: SERVICE,
          method: 'POST',
          url: new URL(`${baseUrl.replace(/\/$/, '')}${path}`),
          headers: { ...headers, 'content-type': 'application/json', ...(operation !== 'auth/token/fetch' && caller) },
          body: JSON.stringify(body.data),
          signal,
        })
        // The insurer answers 200 always; anything else is something that stands before it.
        if (status !== 200) throw new NationalUnavailable(SERVICE, { cause: new Error(`HTTP ${status}`), why: 'refused', sent: 'no' })
        return readAnswer(operation, json)
      })
    },
    status: () => calls.status(),
    take: () => calls.take(),
  }
}
