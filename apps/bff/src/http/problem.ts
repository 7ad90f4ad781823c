import { Failure, failureStatus, type FailureCode, type FailureDetail } from '@noskhe/shared/failure'
import type { ErrorRequestHandler, Response } from 'express'
import { NationalUnavailable, NationalUnreadable } from '../national/port.ts'

/** A problem document (RFC 9457). The sentence for people is the web's; here is only the code and what belongs to it. */
export interface Problem {
  type: string
  title: string
  status: number
  code: FailureCode
  detail: FailureDetail
}

export const problemOf = (failure: Failure): Problem => ({
  type: `urn:noskhe:problem:${failure.code}`,
  title: failure.code,
  status: failureStatus[failure.code],
  code: failure.code,
  detail: failure.detail,
})

/** What a thrown thing is to the caller: a `Failure` as it is, a silent service as such, anything else masked. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  if (error instanceof NationalUnavailable) return new Failure('national.unavailable', silenceOf(error), { cause: error })
  if (error instanceof NationalUnreadable) return new Failure('national.unreadable', { service: error.service }, { cause: error })
  if (isBodyError(error)) return new Failure('request.invalid', { fields: ['body'] }, { cause: error })
  return new Failure('unexpected', {}, { cause: error })
}

/** Who was silent, why, and when she may be asked again where she said so. */
const silenceOf = ({ service, why, retryAfterMs }: NationalUnavailable): FailureDetail => ({
  service, why, ...(retryAfterMs !== null && { retryAfterSeconds: Math.ceil(retryAfterMs / 1_000) }),
})

/** body-parser's complaints: malformed JSON, or too much of it. */
const isBodyError = (error: unknown): boolean =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' && error.type.startsWith('entity.')

export function sendProblem(res: Response, failure: Failure): void {
  const problem = problemOf(failure)
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

/** The last handler: logs what nobody expected (with its cause, never with what the caller sent) and answers. */
export const problemHandler: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) return next(error)
  const failure = failureOf(error)
  if (failure.code === 'unexpected') req.log.error({ err: failure.cause }, 'unexpected')
  sendProblem(res, failure)
}
