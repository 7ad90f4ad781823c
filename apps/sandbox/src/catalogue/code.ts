import * as z from 'zod'

/** The lists that MKSA publishes here, in the order in which a release names them. */
export const codeLists = [
  'drug', 'lab', 'imaging', 'physician-service', 'physiotherapy', 'dental', 'nursing', 'device', 'specialty', 'icd10', 'sig',
] as const
export type CodeList = (typeof codeLists)[number]

/** The lists of one shape: what is done for a patient or handed to her and is no drug, and to whom she is referred. */
export const serviceLists = ['lab', 'imaging', 'physician-service', 'physiotherapy', 'dental', 'nursing', 'device', 'specialty'] as const
export type ServiceList = (typeof serviceLists)[number]

/** What a person of MKSA decides on the sandbox's page about one code. */
export const CatalogueChange = z.object({ list: z.enum(codeLists), code: z.string().min(1), isInForce: z.boolean() })

/** One code of a list. `detail` holds what only this list knows: a whole `Drug`, a `CatalogueService`, a sig term's timing … */
export interface CatalogueCode {
  list: CodeList
  code: string
  nameFa: string
  nameEn: string
  detail: Record<string, unknown>
}

/** A row of a service list: a test, an image, a treatment, a device; or a specialty, which itself costs nothing. */
export interface CatalogueService {
  code: string
  kind: ServiceList
  nameFa: string
  nameEn: string
  /** Short name used on paper forms, e.g. `CBC`; of a specialty the number of the insurer's referral service. */
  localCode: string
  /** Other words that it is asked for by. */
  also: string[]
  category: string
  /** Null where no LOINC code stands for it. */
  loinc: string | null
  /** Whether it is done to one tooth, which must be named; null of what is no dentistry. */
  needsTooth: boolean | null
  isCovered: boolean
  /** Rial, for one time. */
  basePrice: number
  maxQuantity: number | null
  needsDocument: boolean
}

/** What two ingredients do to each other, as authored for the sandbox. */
export interface Interaction {
  innA: string
  innB: string
  severity: 'contraindicated' | 'major' | 'moderate' | 'minor'
  effectFa: string
  actionFa: string
}
