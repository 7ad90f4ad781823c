import { readShippedRelease } from '../../../../../apps/sandbox/src/catalogue/shipped.ts'
import type { CatalogueCode } from '../../../../../apps/sandbox/src/catalogue/code.ts'
import type { Drug } from '../../../../../apps/sandbox/src/catalogue/drug.ts'
import type { Code } from '../code.ts'
import { entryOfCode, type CodeEntry } from '../entry-of-code.ts'

/** The shipped catalogue as the product indexes it. */
export const shippedEntries = (): CodeEntry[] => readShippedRelease().codes.flatMap((it) => (it.list === 'sig' ? [] : entryOf(it, it.list)))

const synonymsOf = ({ also }: CatalogueCode['detail']): string[] => (Array.isArray(also) ? also.map(String) : [])

function entryOf({ code, nameFa, nameEn, detail }: CatalogueCode, kind: Code['kind']): CodeEntry {
  const drug = kind === 'drug' ? (detail as unknown as Drug) : null
  const shown: Code = {
    kind, code, nameFa, nameEn,
    strength: drug?.strength ?? '', form: drug?.formFa ?? '', route: drug?.routeFa ?? '',
    brands: drug === null ? [] : [...drug.brandsFa, ...drug.brandsEn],
    atc: drug?.atc ?? null, legalClass: drug?.legalClass ?? null, isCovered: drug?.isCovered ?? null, isCurrent: true,
  }
  const otherCodes = [drug?.irc, detail['localCode'], detail['loinc']].filter((it) => typeof it === 'string')
  return drug === null
    ? entryOfCode(shown, { otherCodes, ingredients: synonymsOf(detail), details: [] })
    : entryOfCode(shown, { otherCodes, ingredients: [drug.innEn, drug.innFa], details: [drug.formEn, drug.routeEn] })
}
