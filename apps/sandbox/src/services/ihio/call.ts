import type { DatabaseSync } from 'node:sqlite'
import type * as z from 'zod'
import type { InfoWritten, OperationName, operations } from '@noskhe/national-wire/ihio'

/** What the insurer says no with. Its number travels in an HTTP 200, as in the published answers. */
export class Refusal extends Error {
  readonly code: number
  /** More than number and words, where the sandbox adds it (see the pack inquiry). */
  readonly info: unknown

  constructor(code: number, message: string, info?: unknown) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.info = info
  }
}

export interface Call {
  db: DatabaseSync
  now: Date
  /** Header of the software's token; checked before any endpoint but the token's own runs. */
  token: string | undefined
}

/** One operation of the insurer. Runs within one transaction: a refusal leaves nothing behind. */
export interface Endpoint<N extends OperationName> {
  /** Number that answers a body which is not of the published format. */
  invalid: number
  /** Number of a success; the samples of `deliver/confirm` and of searches print 0, all others 1. */
  success?: 0
  run: (call: Call, request: z.output<(typeof operations)[N]['request']>) => InfoWritten<N>
}

export type Endpoints<N extends OperationName> = { [K in N]: Endpoint<K> }
