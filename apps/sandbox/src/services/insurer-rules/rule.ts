import * as z from 'zod'
import { analysisPoint, messageType } from '@noskhe/national-wire/insurer-rules'
import type { AnalysisPoint, MessageType } from '@noskhe/national-wire/insurer-rules'

const Atc = z.array(z.string().min(1))

/** What a rule asks, by kind. ATC prefixes name the drugs it is about; a rule without them is about all. */
const terms = {
  coverage: z.object({}),
  /** `most` null: the ceiling that the list of drugs names. */
  ceiling: z.object({ atc: Atc.nullable(), most: z.int().positive().nullable() }),
  /** Codes of thritaEHR.specialty that may prescribe it. */
  specialty: z.object({ atc: Atc, specialties: z.array(z.string()) }),
  age: z.object({ atc: Atc, fromYears: z.int() }),
  sex: z.object({ atc: Atc, only: z.enum(['female', 'male']) }),
  /** The same generic registered for the same person within so many days. */
  duplicate: z.object({ days: z.int().positive() }),
  document: z.object({}),
  'reference-price': z.object({}),
  /** The same in another plain form for less. */
  alternative: z.object({}),
  /** Whole percent of the patient. */
  share: z.object({ admission: z.enum(['outpatient', 'inpatient']), patientPercent: z.int().min(0).max(100) }),
  'claim-delay': z.object({ days: z.int().positive() }),
  confirmation: z.object({}),
} as const
export type Kind = keyof typeof terms
type TermsOf<K extends Kind> = z.infer<(typeof terms)[K]>

export interface RuleOf<K extends Kind> {
  insurer: 'armed-forces'
  id: string
  /** A changed rule is a new version beside the old one, never a change of it. */
  version: number
  title: string
  /** What it rests on. */
  article: string
  kind: K
  weight: MessageType
  points: readonly AnalysisPoint[]
  /** Jalali YYYY-MM-DD, both days included; null while it is in force. */
  from: string
  until: string | null
  terms: TermsOf<K>
}
export type Rule = { [K in Kind]: RuleOf<K> }[Kind]

const Row = z.object({
  insurer: z.literal('armed-forces'),
  id: z.string(),
  version: z.int(),
  title: z.string(),
  article: z.string(),
  kind: z.enum(Object.keys(terms) as [Kind, ...Kind[]]),
  weight: z.enum(Object.keys(messageType) as [MessageType, ...MessageType[]]),
  points: z.string(),
  valid_from: z.string(),
  valid_until: z.string().nullable(),
  terms: z.string(),
})
const Points = z.array(z.enum(Object.keys(analysisPoint) as [AnalysisPoint, ...AnalysisPoint[]]))

/** A row of the bank; its terms are read by the schema of its kind. @throws ZodError */
export function readRule(row: unknown): Rule {
  const { kind, points, valid_from: from, valid_until: until, terms: text, ...it } = Row.parse(row)
  // The compiler does not see that a kind and its terms belong together.
  return { ...it, kind, points: Points.parse(JSON.parse(points)), from, until, terms: terms[kind].parse(JSON.parse(text)) } as Rule
}
