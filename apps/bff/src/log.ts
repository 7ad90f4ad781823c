import { Failure } from '@noskhe/shared/failure'
import { type DestinationStream, type Logger, pino } from 'pino'
import { ZodError } from 'zod'
import { NationalUnavailable, NationalUnreadable } from './national/port.ts'

/** Opens the process's log. Errors enter it as `describeError` tells them. */
export const openLog = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, serializers: { err: describeError } }, destination ?? pino.destination(1))

interface DescribedError {
  type: string
  message?: string
  code?: string
  constraint?: string
  issues?: string[]
  frames?: string[]
  cause?: DescribedError
}

const DEEPEST_CAUSE = 5

/**
 * What may be logged of an error: its type, codes and where it was thrown. What a database, a parser or a check says of it
 * repeats the row, the text or the value that it is about («Failing row contains …»), and that is a patient's.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (typeof error !== 'object' || error === null) return { type: typeof error }
  const { name, code, originalCode, constraint, stack, cause, meta } = error as Record<string, unknown>
  const sqlState = code ?? originalCode
  const deeper = cause ?? (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError
  return {
    type: typeof name === 'string' ? name : 'object',
    ...(error instanceof Error && isOurWords(error) && { message: error.message }),
    ...(typeof sqlState === 'string' && { code: sqlState }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(error instanceof ZodError && { issues: error.issues.map((it) => `${it.path.join('.')}: ${it.code}`) }),
    ...(typeof stack === 'string' && { frames: framesOf(stack) }),
    ...(deeper !== undefined && deeper !== null && depth < DEEPEST_CAUSE && { cause: describeError(deeper, depth + 1) }),
  }
}

/** Sentences of this code, of Node's connections and of the language, which name variables and never values. */
const isOurWords = (error: Error): boolean =>
  [Failure, NationalUnavailable, NationalUnreadable, Error, TypeError, ReferenceError].some((kind) => Object.getPrototypeOf(error) === kind.prototype)

const FRAMES = 12
const framesOf = (stack: string): string[] =>
  stack.split('\n').filter((line) => /^ {4}at /.test(line)).slice(0, FRAMES).map((line) => line.trim())
