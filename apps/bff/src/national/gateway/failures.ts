/**
 * What a call to a national service came to when no answer of the service was read. Neither is a refusal: a refusal is a
 * value of the port. `sent` says what the caller may conclude: `no`, nothing reached the service and the call may be made
 * again; `maybe`, the service may have acted and must be asked before anything is repeated (unknown is never yes).
 */
export interface FailureOptions {
  cause?: unknown
  timedOut?: boolean
  sent: 'no' | 'maybe'
}

/** The service could not be reached, broke off, answered 5xx, or did not answer within its deadline. */
export class NationalUnavailable extends Error {
  readonly service: string
  readonly timedOut: boolean
  readonly sent: 'no' | 'maybe'

  constructor(service: string, { cause, timedOut = false, sent }: FailureOptions) {
    super(`${service} ${timedOut ? 'did not answer in time' : 'is unavailable'}`, { cause })
    this.name = 'NationalUnavailable'
    this.service = service
    this.timedOut = timedOut
    this.sent = sent
  }
}

/** The service answered, but not in its published format. */
export class NationalUnreadable extends Error {
  readonly service: string
  readonly timedOut: boolean
  readonly sent: 'no' | 'maybe'

  constructor(service: string, { cause, timedOut = false, sent }: FailureOptions) {
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

/** The answer, or `silence` as a value for those to whom it is one. */
export async function heard<T>(ask: () => Promise<T>): Promise<T | 'silence'> {
  try {
    return await ask()
  } catch (error) {
    if (isSilence(error)) return 'silence'
    throw error
  }
}
