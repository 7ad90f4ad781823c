import * as z from 'zod'

/** The lists that MKSA publishes here, in the order in which a release names them. */
export const codeLists = ['drug', 'lab', 'imaging', 'icd10', 'sig'] as const
export type CodeList = (typeof codeLists)[number]

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

/** A laboratory test or an imaging or rehabilitation service. */
export interface CatalogueService {
  code: string
  kind: 'lab' | 'imaging'
  nameFa: string
  nameEn: string
  /** Short name used on paper forms, e.g. `CBC`. */
  localCode: string
  category: string
  /** Null where no LOINC code stands for it. */
  loinc: string | null
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
