import { z } from 'zod'

/** The national lists. All but diagnoses and specialties are prescribed; a specialty is to whom a patient is referred. */
export const CodeKind = z.enum([
  'drug', 'lab', 'imaging', 'physician-service', 'physiotherapy', 'dental', 'nursing', 'device', 'specialty', 'icd10',
])
export type CodeKind = z.infer<typeof CodeKind>

/** One code of a national list (MKSA), as it is searched and prescribed (A42). */
export const Code = z.object({
  kind: CodeKind,
  code: z.string(),
  nameFa: z.string(),
  nameEn: z.string(),
  /** Empty where the kind has none. */
  strength: z.string(),
  form: z.string(),
  route: z.string(),
  brands: z.array(z.string()),
  atc: z.string().nullable(),
  legalClass: z.enum(['RX', 'OTC', 'NARCOTIC', 'CONTROLLED']).nullable(),
  /** Covered by the basic insurers in general; this patient's coverage comes from her insurer's check. */
  isCovered: z.boolean().nullable(),
  /** What its list files it under, e.g. «بیوشیمی»; absent of a drug, which its ATC code classifies, and of a diagnosis. */
  group: z.string().exactOptional(),
  /** Whether a tooth must be named with it; absent of what is no dentistry. */
  needsTooth: z.boolean().exactOptional(),
  /** False once a release retired it: unreadable never, prescribable no more. */
  isCurrent: z.boolean(),
}).meta({ id: 'Code' })
export type Code = z.infer<typeof Code>

/** A frequency, an instruction or an amount of the national directions list. */
export const SigTerm = z.object({
  kind: z.enum(['freq', 'instr', 'amount']),
  code: z.string(),
  fa: z.string(),
  en: z.string(),
  timesPerDay: z.number().nullable(),
})
export type SigTerm = z.infer<typeof SigTerm>
