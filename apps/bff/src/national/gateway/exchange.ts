import { NationalUnavailable, NationalUnreadable } from './failures.ts'
import { retryAfterMs } from './retry-after.ts'

export interface Exchange {
  service: string
  method: 'GET' | 'POST'
  url: URL
  headers: Record<string, string>
  body?: string | undefined
  /** Ends the waiting; its reason says whether time was up. */
  signal: AbortSignal
}

/** Connection errors raised before a byte of the request can have been read. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/**
 * One HTTP exchange. Gives status and JSON for every answer below 500.
 * @throws NationalUnavailable for silence, broken connections, 408, 429 and 5xx; NationalUnreadable for anything but JSON.
 */
export async function exchange({ service, method, url, headers, body, signal }: Exchange): Promise<{ status: number; json: unknown }> {
  if (signal.aborted) throw new NationalUnavailable(service, { timedOut: true, wasAsked: false, sent: 'no' })
  let status: number
  let retryAfter: string | null
  let text: string
  try {
    const response = await fetch(url, { method, headers, signal, redirect: 'error', ...(body !== undefined && { body }) })
    status = response.status
    retryAfter = response.headers.get('retry-after')
    text = await response.text()
  } catch (cause) {
    throw new NationalUnavailable(service, { cause, timedOut: signal.aborted, sent: neverConnected.has(codeOf(cause)) ? 'no' : 'maybe' })
  }
  // 408 and 429 are refusals to start; after a 5xx the service may have done the work.
  const cause = new Error(`HTTP ${status}`)
  if (status === 429) throw new NationalUnavailable(service, { cause, why: 'busy', retryAfterMs: retryAfterMs(retryAfter, new Date()), sent: 'no' })
  if (status === 408) throw new NationalUnavailable(service, { cause, sent: 'no' })
  if (status >= 500) throw new NationalUnavailable(service, { cause, sent: 'maybe' })
  try {
    return { status, json: JSON.parse(text) }
  } catch (cause) {
    throw new NationalUnreadable(service, { cause, sent: status < 400 ? 'maybe' : 'no' })
  }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}
