import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { foldPersian, toLatinDigits } from '../text.ts'
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

/** What was looked for, in one spelling. Long numbers are refused: they are somebody's, and no code of a list has so many digits. */
const Wording = z
  .string()
  .overwrite((typed) => foldPersian(typed).toLowerCase().replace(/\s+/g, ' ').trim())
  .min(2)
  .max(100)
  .refine((text) => !/\d{8}/.test(toLatinDigits(text).replace(/[\s-]/g, '')), { error: 'wording' })

export const reportMissingCode = endpoint({
  method: 'POST',
  path: '/terminology/missing',
  summary: 'Report what was looked for and is not in the national lists; told again by the same person it only counts up',
  allow: ['prescriber', 'dispenser'],
  input: z.object({ wording: Wording, kinds: Kinds }),
  output: z.object({ times: z.int() }),
  fails: [],
  perMinute: 20,
})

export const MissingCode = z.object({
  wording: z.string(),
  kinds: z.array(CodeKind),
  /** How often it was reported at this centre, and by how many. */
  times: z.int(),
  people: z.int(),
  firstReportedAt: z.iso.datetime(),
  lastReportedAt: z.iso.datetime(),
}).meta({ id: 'MissingCode' })
export type MissingCode = z.infer<typeof MissingCode>

export const listMissingCodes = endpoint({
  method: 'GET',
  path: '/terminology/missing',
  summary: 'What people of this centre did not find in the national lists, the most reported first; at most 500',
  allow: ['admin'],
  input: z.object({}),
  output: z.object({ missing: z.array(MissingCode) }),
  fails: [],
})

/** A code and what only its search needs, from which a browser builds the same index as the server. */
export const ListedCode = z.object({
  shown: Code,
  aliases: z.object({ otherCodes: z.array(z.string()), ingredients: z.array(z.string()), details: z.array(z.string()) }),
})
export type ListedCode = z.infer<typeof ListedCode>

export const downloadCodes = endpoint({
  method: 'GET',
  path: '/terminology/lists/:kind',
  summary: 'A list in force by pages, for a device to search while the server is away; `next` is null on the last page',
  allow: 'signed-in',
  input: z.object({ kind: CodeKind, after: z.string().max(60).default('') }),
  output: z.object({ release: z.string(), codes: z.array(ListedCode), next: z.string().nullable() }),
  fails: ['terminology.not-loaded'],
})
