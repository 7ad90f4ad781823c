import type { z } from 'zod'
import type { FailureCode } from './failure.ts'

/** What a person is at the centre she works in now. */
export type Role = 'prescriber' | 'dispenser' | 'admin'

/** Who may call: anyone; whoever signed in, even before choosing a centre; or one of the roles, at a centre. */
export type Access = 'anyone' | 'signed-in' | readonly Role[]

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * The one description of an endpoint, used by the server that serves it, the web that calls it and the OpenAPI document.
 * `input` is flat: names in `path` (`:id`) are taken out of it for the address, the rest is the query (GET) or the body.
 */
export interface Endpoint<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  method: Method
  path: string
  summary: string
  allow: Access
  input: I
  output: O
  /** Refusals of its own. Those that any endpoint may give (`anyFails`) are not repeated. */
  fails: readonly FailureCode[]
  /**
   * True where a repeat must have no second effect: the caller sends an Idempotency-Key, and a repeat gets the first
   * answer again, byte for byte.
   */
  once?: true
  /** Most calls a minute from one person, or from one address where nobody is signed in. */
  perMinute?: number
}

/**
 * Header that every call of our web application carries; a cross-site form cannot send it. `user` prolongs the session,
 * `background` (polling) does not.
 */
export const CALL_HEADER = 'X-Noskhe-Call'
export const ONCE_HEADER = 'Idempotency-Key'

/** Refusals that any endpoint may give. */
export const anyFails = ['request.invalid', 'request.forged', 'rate.limited', 'unexpected'] as const satisfies readonly FailureCode[]

/** Refusals of every endpoint that is not open to anyone. */
export const sessionFails = [
  'session.required',
  'session.expired',
  'session.ended-elsewhere',
  'session.centre-required',
  'role.forbidden',
] as const satisfies readonly FailureCode[]

/** Refusals of every endpoint with `once`. */
export const onceFails = ['request.in-progress', 'request.key-reused'] as const satisfies readonly FailureCode[]

export const endpoint = <I extends z.ZodObject, O extends z.ZodType>(declaration: Endpoint<I, O>): Endpoint<I, O> => declaration

/** What the handler is given: the parsed input. */
export type Input<E extends Endpoint> = z.output<E['input']>
/** What the caller may write: the input before parsing (any digits, for example). */
export type Typed<E extends Endpoint> = z.input<E['input']>
export type Output<E extends Endpoint> = z.output<E['output']>
