import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Code, CodeKind, SigTerm } from './code.ts'

/** As an address holds them, by commas: `drug,lab`. */
const Kinds = z.string().transform((text) => text.split(',')).pipe(z.array(CodeKind).min(1))

export const searchCodes = endpoint({
  method: 'GET',
  path: '/terminology/codes',
  summary: 'Search our copy of the national codes, one list or several ranked together: Persian, Latin, brand, code, strength, typos, any digits, wrong keyboard',
  allow: 'signed-in',
  input: z.object({ query: z.string().max(100), kinds: Kinds.default(['drug']), limit: z.coerce.number().int().min(1).max(50).default(12) }),
  output: z.object({ release: z.string(), hits: z.array(Code) }),
  fails: ['terminology.not-loaded'],
})

export const listSigTerms = endpoint({
  method: 'GET',
  path: '/terminology/sig-terms',
  summary: 'Frequencies, instructions and amounts for directions',
  allow: 'signed-in',
  input: z.object({}),
  output: z.object({ release: z.string(), terms: z.array(SigTerm) }),
  fails: ['terminology.not-loaded'],
})
