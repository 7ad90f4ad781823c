import type { Code } from './code.ts'
import type { SearchEntry } from './search-entry.ts'

/** What a national list tells of a code beyond what is shown, and only its search needs. */
export interface CodeAliases {
  otherCodes: readonly string[]
  /** Ingredients, in both scripts; other names of what is no drug. */
  ingredients: readonly string[]
  /** Form and route in the script that is not shown. */
  details: readonly string[]
}

/** A code as the index takes it, with the code itself for the hit. */
export type CodeEntry = SearchEntry & { shown: Code }

/** Turns a code into an entry: its names without the form and strength that follow them, and how likely it is meant. */
export function entryOfCode(code: Code, { otherCodes, ingredients, details }: CodeAliases): CodeEntry {
  const forms = [code.form, ...details]
  const title = titleOf(code.nameEn, forms)
  return {
    shown: code,
    kind: code.kind,
    code: code.code,
    otherCodes,
    names: [...new Set([...ingredients, title, titleOf(code.nameFa, forms)])],
    brands: code.brands,
    details: [code.form, code.route, ...details],
    strength: code.strength,
    rank: code.kind === 'drug' ? rankOfDrug(code, ingredients[0] ?? '', title) : rankOfOther(code),
  }
}

/** «AMOXICILLIN CAPSULE ORAL 500 mg» without what begins at the form. */
function titleOf(name: string, forms: readonly string[]): string {
  const starts = forms.map((form) => (form === '' ? -1 : name.indexOf(` ${form}`))).filter((at) => at > 0)
  return name.slice(0, Math.min(name.length, ...starts))
}

/** Covered before not covered, one ingredient before combinations, plain tablets and short names before what is seldom meant. */
function rankOfDrug({ isCovered, nameEn }: Code, ingredients: string, title: string): number {
  const uncovered = isCovered === false ? 0.2 : 0
  const combined = Math.min(3, ingredients.split('/').length - 1) * 0.15
  const order = formOrder.findIndex((form) => form.test(nameEn))
  const words = Math.min(5, title.split(' ').length - 1)
  return uncovered + combined + words * 0.01 + (order === -1 ? formOrder.length : order) * 0.02
}

/** Covered before not covered, and short names first: a parenthesis or what follows a comma only explains. */
function rankOfOther({ isCovered, nameFa, nameEn }: Code): number {
  const [title = ''] = (nameFa === '' ? nameEn : nameFa).split(/[(،,]/, 1)
  return (isCovered === false ? 0.2 : 0) + Math.min(10, title.trim().split(' ').length - 1) * 0.01
}

const formOrder = [/ (TABLET|CAPSULE) ORAL/, / (TABLET|CAPSULE)\b/, / (SYRUP|SUSPENSION|POWDER, FOR SUSPENSION|AEROSOL)/, / (CREAM|OINTMENT|GEL|DROPS)/, / (?!INJECTION)/]
