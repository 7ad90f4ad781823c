import { isNumber, wordsOf, type Word } from './fold.ts'
import type { SearchEntry } from './search-entry.ts'
import { strengthNumbers, unitWords, type StrengthNumber } from './strength.ts'

/** Where in an entry a word stands, from the place that says most about what is meant to the one that says least. */
export const places = ['code', 'strength', 'nameStart', 'brandStart', 'otherStrength', 'name', 'brand', 'detail'] as const
export type Place = (typeof places)[number]

/** What it costs a match to be found in this place. */
const placeCost: Readonly<Record<Place, number>> = {
  code: 0, strength: 0, nameStart: 0, brandStart: 0.05, otherStrength: 0.12, name: 0.15, brand: 0.2, detail: 0.45,
}
export const costOfPlace = Float32Array.from(places, (place) => placeCost[place])

const strengthPlace = { printed: 'strength', equivalent: 'otherStrength', volume: 'detail' } as const satisfies Record<StrengthNumber['as'], Place>

/** A posting is one number: the entry in the upper bits, the place in the lower three. */
export const PLACE_BITS = 3
export const PLACE_MASK = 0b111

export interface Postings {
  /** Distinct words, sorted. */
  terms: string[]
  /** The postings of term `t` are `postings[starts[t] .. starts[t + 1])`. */
  starts: Uint32Array
  postings: Uint32Array
}

/** Every word of every entry, each at the best place where the entry has it. */
export function collectPostings(entries: readonly SearchEntry[]): Postings {
  const byTerm = new Map<string, number[]>()
  // Siblings share their names, brands and forms: each distinct text is folded once.
  const wordsOfText = memoised(wordsOf)
  entries.forEach((entry, at) => {
    for (const [term, place] of termsOf(entry, wordsOfText)) {
      const posting = at * 2 ** PLACE_BITS + place
      const found = byTerm.get(term)
      if (found === undefined) byTerm.set(term, [posting])
      else found.push(posting)
    }
  })
  const terms = [...byTerm.keys()].sort()
  const starts = new Uint32Array(terms.length + 1)
  terms.forEach((term, at) => (starts[at + 1] = (starts[at] ?? 0) + (byTerm.get(term)?.length ?? 0)))
  const postings = new Uint32Array(starts[terms.length] ?? 0)
  terms.forEach((term, at) => postings.set(byTerm.get(term) ?? [], starts[at]))
  return { terms, starts, postings }
}

/** The words of an entry with the number of their place; of two places the better one. */
function termsOf(entry: SearchEntry, wordsOfText: (text: string) => Word[]): Map<string, number> {
  const found = new Map<string, number>()
  const put = (term: string, place: Place) => {
    const number = places.indexOf(place)
    if (number < (found.get(term) ?? places.length)) found.set(term, number)
  }
  for (const code of [entry.code, ...entry.otherCodes]) for (const term of codeTerms(code)) put(term, 'code')
  for (const { value, as } of strengthNumbers(entry.strength)) put(value, strengthPlace[as])
  // Every ingredient of a combination begins a name of its own.
  for (const name of entry.names.flatMap((it) => it.split(/[/+]/))) {
    putWords(wordsOfText(name), (term, isFirst) => put(term, isFirst ? 'nameStart' : 'name'))
  }
  for (const brand of entry.brands) putWords(wordsOfText(brand), (term, isFirst) => put(term, isFirst ? 'brandStart' : 'brand'))
  for (const unit of unitWords(entry.strength)) put(unit, 'detail')
  for (const detail of entry.details) for (const term of detailTerms(wordsOfText(detail))) put(term, 'detail')
  return found
}

/** A name's words, whole and by their parts, and neighbours joined: «مولتی ویتامین» is as often typed in one word. */
function putWords(words: readonly Word[], put: (term: string, isFirst: boolean) => void): void {
  words.forEach((word, at) => {
    put(word.joined, at === 0)
    word.parts.forEach((part, position) => {
      if (part.length > 1) put(part, at === 0 && position === 0)
    })
    const next = words[at + 1]
    if (next !== undefined) put(word.joined + next.joined, at === 0)
  })
  if (words.length > 2) put(words.map((word) => word.joined).join(''), true)
}

/** Numbers in a detail are packs and strengths said again; only its words tell siblings apart. */
const detailTerms = (words: readonly Word[]): string[] =>
  words.flatMap(({ joined, parts }) => [joined, ...parts]).filter((term) => !isNumber(term))

/** Stands before a code of digits alone: a number typed beside a name is a strength, never the beginning of some code. */
export const CODE_MARK = '#'

/** A code as written, without its dot or dashes, and by its parts. */
function codeTerms(code: string): string[] {
  const written = code.toLowerCase()
  const terms = [written, written.replace(/[.-]/g, ''), ...written.split('-')]
  return terms.map((term) => (/^\d+$/.test(term) ? CODE_MARK + term : term))
}

function memoised<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const value = known.get(text) ?? compute(text)
    known.set(text, value)
    return value
  }
}
