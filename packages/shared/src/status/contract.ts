import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

const calls = z.int().nonnegative()

/** Calls by how they ended. `answered` and the failures went out to the service; `heldBack` did not. */
export const CallTally = z.object({
  answered: calls,
  timedOut: calls,
  /** No connection, a broken one, or 5xx. */
  broken: calls,
  /** It asked us to come later. */
  busy: calls,
  refused: calls,
  unreadable: calls,
  heldBack: calls,
})
export type CallTally = z.infer<typeof CallTally>

const milliseconds = z.int().nonnegative().nullable()

/** How a national service answered lately. `untried`: nobody has asked it since the start. */
export const NationalServiceStatus = z.object({
  service: z.string(),
  title: z.string(),
  state: z.enum(['answering', 'failing', 'untried']),
  lastAnsweredAt: z.iso.datetime().nullable(),
  lastFailedAt: z.iso.datetime().nullable(),
  lastFailedAs: z.enum(['timedOut', 'broken', 'busy', 'refused', 'unreadable']).nullable(),
  lastMs: z.int().nullable(),
  /** Since when it is in this state. */
  since: z.iso.datetime().nullable(),
  /** `open`: it failed so often that it is not asked for now; `half-open`: one call tries it. */
  circuit: z.enum(['closed', 'open', 'half-open']),
  circuitSince: z.iso.datetime().nullable(),
  /**
   * The last sixty minutes, also in twelve parts of five, the oldest first. Times are of answers. `erring`: refused or
   * unreadable; `silent`: no answer, a broken one, or «later».
   */
  hour: CallTally.extend({
    medianMs: milliseconds,
    p95Ms: milliseconds,
    parts: z.array(z.object({ answered: calls, erring: calls, silent: calls })),
  }),
})
export type NationalServiceStatus = z.infer<typeof NationalServiceStatus>

export const nationalStatus = endpoint({
  method: 'GET',
  path: '/national-services',
  summary: 'How each national service answered lately (A72)',
  allow: 'signed-in',
  input: z.object({}),
  output: z.object({ services: z.array(NationalServiceStatus) }),
  fails: [],
})

/** What became of one service’s calls in a month, all processes together. Times are of answers, exact to a twentieth. */
export const ServiceMonth = CallTally.extend({ service: z.string(), title: z.string(), medianMs: milliseconds, p95Ms: milliseconds })
export type ServiceMonth = z.infer<typeof ServiceMonth>

/** `measuredSince`: the first hour of the month of which anything is kept; null where nothing is. */
export const ServiceReport = z.object({
  year: z.int(),
  month: z.int(),
  measuredSince: z.iso.datetime().nullable(),
  services: z.array(ServiceMonth),
})
export type ServiceReport = z.infer<typeof ServiceReport>

export const readServiceReport = endpoint({
  method: 'GET',
  path: '/national-services/report',
  summary: 'What became of the calls to each national service in a Jalali month: the report on service levels (A72)',
  allow: ['admin'],
  input: z.object({ year: z.coerce.number().int().min(1400).max(1500), month: z.coerce.number().int().min(1).max(12) }),
  output: ServiceReport,
  fails: [],
})
