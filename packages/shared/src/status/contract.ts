import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** How a national service answered lately. `untried`: nobody has asked it since the start. */
export const NationalServiceStatus = z.object({
  service: z.string(),
  title: z.string(),
  state: z.enum(['answering', 'failing', 'untried']),
  lastAnsweredAt: z.iso.datetime().nullable(),
  lastFailedAt: z.iso.datetime().nullable(),
  lastMs: z.int().nullable(),
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
