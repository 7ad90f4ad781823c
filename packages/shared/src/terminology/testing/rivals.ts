import MiniSearch from 'minisearch'
import type { CodeEntry } from '../entry-of-code.ts'
import { fold, isNumber, wordsOf } from '../fold.ts'

/** Finds the best `limit` entries of one list, as ours does. */
export type Search = (query: string, limit: number) => CodeEntry[]

const words = (text: string): string[] => wordsOf(text).flatMap(({ joined, parts }) => (parts.length > 1 ? [joined, ...parts] : [joined]))

/** The library with the best recall, at its best: our own folding, names before brands, and as many slips as we forgive. */
export function miniSearch(entries: readonly CodeEntry[]): Search {
  const library = new MiniSearch<CodeEntry & { at: number }>({
    idField: 'at',
    fields: ['names', 'brands', 'strength', 'code', 'otherCodes', 'details'],
    extractField: (entry, field) => {
      const value: unknown = entry[field as keyof typeof entry]
      return Array.isArray(value) ? value.join(' ') : String(value)
    },
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: words,
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (isNumber(term) || term.length < 4 ? false : term.length < 6 ? 1 : 2),
      boost: { names: 3, brands: 2, strength: 2 },
    },
  })
  entries.forEach((entry, at) => library.add({ ...entry, at }))
  return (query, limit) => library.search(query).slice(0, limit).flatMap(({ id }) => entries[id as number] ?? [])
}

/** What one writes first: every row asked whether it holds every word of the query. */
export function linearScan(entries: readonly CodeEntry[]): Search {
  const rows = entries.map((it) => ({ it, text: fold([...it.names, ...it.brands, it.strength, it.code, ...it.details].join(' ')) }))
  return (query, limit) => {
    const asked = fold(query).split(' ')
    return rows.filter(({ text }) => asked.every((word) => text.includes(word))).slice(0, limit).map(({ it }) => it)
  }
}
