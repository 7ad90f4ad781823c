import { fromDoDate } from '@noskhe/national-wire/data-objects'
import type { DitasReply, DoDate } from '@noskhe/national-wire/data-objects'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import { gregorianDay } from '@noskhe/national-wire/jalali'
import type { InsurerCode } from '../payer/port.ts'
import { NationalUnavailable, NationalUnreadable } from './failures.ts'

/** The refusal `statusCode` by which services behind DITAS say that they know no such thing. */
export const NOT_FOUND = 404

/**
 * The data of a successful answer, or null where the service says *not found*. Another refusal says nothing about what was
 * asked (our own licence, our own request), so it is silence, not an answer.
 */
export function dataOrNull<T>(service: string, reply: DitasReply<T>): T | null {
  if (reply.isSuccess && reply.data !== null) return reply.data
  if (!reply.isSuccess && reply.statusCode === NOT_FOUND) return null
  throw refusedBy(service, reply)
}

/**
 * The data of a successful answer. Refusals that a contract lists are read before this; one that no list names does not say
 * whether anything was done, so after a write the service must be asked. @throws NationalUnavailable, in the service's words.
 */
export function dataOf<T>(service: string, reply: DitasReply<T>): T {
  if (reply.isSuccess && reply.data !== null) return reply.data
  throw refusedBy(service, reply)
}

const refusedBy = (service: string, { statusCode, message }: DitasReply<unknown>) =>
  new NationalUnavailable(service, { cause: new Error(`${statusCode}: ${message.join(' ')}`), why: 'refused', sent: 'maybe' })

/** Gregorian ISO day of a wire date. @throws NationalUnreadable where the calendar has no such day. */
export function isoDay(service: string, date: DoDate): string {
  try {
    return gregorianDay(fromDoDate(date))
  } catch (cause) {
    throw new NationalUnreadable(service, { cause, sent: 'maybe' })
  }
}

const insurerOfCode = new Map<string, InsurerCode>(
  (Object.keys(insurerCoding) as InsurerCode[]).map((insurer) => [insurerCoding[insurer].code, insurer]),
)

/** Our insurer of a thritaEHR.insurer code; null for one that the product has no name for. */
export const insurerOf = (code: string): InsurerCode | null => insurerOfCode.get(code) ?? null
