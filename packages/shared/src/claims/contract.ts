import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id } from '../identifiers.ts'
import { Claim } from './claim.ts'

export const listClaims = endpoint({
  method: 'GET',
  path: '/claims',
  summary: 'Shares that this centre claims from supplementary companies (A67), newest first, each as its company last said',
  allow: ['dispenser', 'admin'],
  input: z.object({
    /** Id of the last one that was seen. */
    before: Id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ claims: z.array(Claim), next: Id.nullable() }),
  fails: [],
})

export const askClaim = endpoint({
  method: 'POST',
  path: '/claims/:id/standing',
  summary: 'Ask the company where a claim stands and keep its answer. A silent company changes nothing: what it said before stays, with its time.',
  allow: ['dispenser', 'admin'],
  input: z.object({ id: Id }),
  output: Claim,
  fails: ['claim.not-found', 'claim.not-told', 'national.unavailable', 'national.unreadable'],
  perMinute: 60,
})
