import type { Why } from '@noskhe/shared/status/silence'

/**
 * What a call to a national service came to when no answer of the service was read. Neither is a refusal: a refusal is a
 * value of the port. `sent` says what the caller may conclude: `no`, nothing reached the service and the call may be made
 * again; `maybe`, the service may have acted and must be asked before anything is repeated (unknown is never yes).
 */
export interface FailureOptions {
  cause?: unknown
  timedOut?: boolean
  /** `timed-out` where `timedOut`, else `broken`, where it is left out. */
  why?: Why
  /** After which time the service wants to be asked again, where it said so. */
  retryAfterMs?: number | null
  /** Whether this call, or a try of it, went out to the service. */
  wasAsked?: boolean
  sent: 'no' | 'maybe'
}

/** The service could not be reached, broke off, answered 5xx, sent us away, or did not answer within its deadline. */
export class NationalUnavailable extends Error {
  readonly service: string
  readonly why: Why
  readonly timedOut: boolean
  readonly retryAfterMs: number | null
  readonly wasAsked: boolean
  readonly sent: 'no' | 'maybe'

  constructor(service: string, { cause, timedOut = false, why, retryAfterMs = null, wasAsked = true, sent }: FailureOptions) {
    super(`${service} ${timedOut ? 'did not answer in time' : 'is unavailable'}`, { cause })
    this.name = 'NationalUnavailable'
    this.service = service
    this.why = why ?? (timedOut ? 'timed-out' : 'broken')
    this.timedOut = this.why === 'timed-out'
    this.retryAfterMs = retryAfterMs
    this.wasAsked = wasAsked
    this.sent = sent
  }
}

/** The service answered, but not in its published format. */
export class NationalUnreadable extends Error {
  readonly service: string
  readonly timedOut: boolean
  readonly sent: 'no' | 'maybe'

  constructor(service: string, { cause, timedOut = false, sent }: Pick<FailureOptions, 'cause' | 'timedOut' | 'sent'>) {
    super(`${service} gave an answer that cannot be read`, { cause })
    this.name = 'NationalUnreadable'
    this.service = service
    this.timedOut = timedOut
    this.sent = sent
  }
}

export type Silence = NationalUnavailable | NationalUnreadable

/** Whether nothing was heard of a service. Everything else that is thrown is a bug of ours or a refusal of ours. */
export const isSilence = (error: unknown): error is Silence => error instanceof NationalUnavailable || error instanceof NationalUnreadable

/** The same failure of something that went before the caller's own operation, of which therefore nothing was sent. */
export function unsent(error: unknown): unknown {
  if (error instanceof NationalUnavailable) {
    const { service, why, retryAfterMs, wasAsked } = error
    return new NationalUnavailable(service, { cause: error, why, retryAfterMs, wasAsked, sent: 'no' })
  }
  return error instanceof NationalUnreadable ? new NationalUnreadable(error.service, { cause: error, sent: 'no' }) : error
}

/** The answer, or `silence` as a value for those to whom it is one. */
export async function heard<T>(ask: () => Promise<T>): Promise<T | 'silence'> {
  try {
    return await ask()
  } catch (error) {
    if (isSilence(error)) return 'silence'
    throw error
  }
}
