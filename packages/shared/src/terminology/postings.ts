import { isNumber, wordsOf, type Word } from './fold.ts'
import type { SearchEntry } from './search-entry.ts'
import { strengthNumbers, unitWords, type StrengthNumber } from './strength.ts'

/**
 * Where in an entry a word stands, from the place that says most about what is meant to the one that says least. Places
 * are numbers below eight, as they share a number with the entry.
 */
const place = { code: 0, strength: 1, nameStart: 2, brandStart: 3, otherStrength: 4, name: 5, brand: 6, detail: 7 } as const
type Place = (typeof place)[keyof typeof place]

/** What it costs a match to be found in each place. */
export const costOfPlace = Float32Array.of(0, 0, 0, 0.05, 0.12, 0.15, 0.2, 0.45)

const strengthPlace = {
  printed: place.strength, equivalent: place.otherStrength, volume: place.detail,
} as const satisfies Record<StrengthNumber['as'], Place>

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

/** Gathers every word of every entry, each at the best place where the entry has it. */
export class PostingsCollector {
  readonly #byTerm = new Map<string, number[]>()
  readonly #termsOf = entryReader()

  /** @param at the entry's place among all. */
  add(entry: SearchEntry, at: number): void {
    for (const [term, where] of this.#termsOf(entry)) {
      const posting = (at << PLACE_BITS) | where
      const found = this.#byTerm.get(term)
      if (found === undefined) this.#byTerm.set(term, [posting])
      else found.push(posting)
    }
  }

  finish(): Postings {
    const sorted = [...this.#byTerm].sort(([a], [b]) => (a < b ? -1 : 1))
    const starts = new Uint32Array(sorted.length + 1)
    sorted.forEach(([, found], at) => (starts[at + 1] = (starts[at] ?? 0) + found.length))
    const postings = new Uint32Array(starts[sorted.length] ?? 0)
    sorted.forEach(([, found], at) => postings.set(found, starts[at]))
    return { terms: sorted.map(([term]) => term), starts, postings }
  }
}

type PlacedTerm = readonly [term: string, where: Place]

/** Reads the words of one entry after another. Siblings share names, brands, forms and strengths: each is taken apart once. */
function entryReader(): (entry: SearchEntry) => Map<string, Place> {
  const names = memoised((text) => text.split(/[/+]/).flatMap((ingredient) => titleTerms(ingredient, place.nameStart, place.name)))
  const brands = memoised((text) => titleTerms(text, place.brandStart, place.brand))
  const details = memoised(detailTerms)
  const strengths = memoised(strengthTerms)
  const codes = memoised(codeTerms)
  return (entry) => {
    const found = new Map<string, Place>()
    const put = (terms: readonly PlacedTerm[]) => {
      for (const [term, where] of terms) if (where < (found.get(term) ?? Infinity)) found.set(term, where)
    }
    put(codes(entry.code))
    for (const code of entry.otherCodes) put(codes(code))
    for (const name of entry.names) put(names(name))
    for (const brand of entry.brands) put(brands(brand))
    for (const detail of entry.details) put(details(detail))
    put(strengths(entry.strength))
    return found
  }
}

/** A title's words, whole and by their parts, and neighbours joined: «مولتی ویتامین» is as often typed in one word. */
function titleTerms(title: string, start: Place, inside: Place): PlacedTerm[] {
  const words = wordsOf(title)
  const terms = words.flatMap(({ joined, parts }: Word, at): PlacedTerm[] => {
    const here = at === 0 ? start : inside
    const next = words[at + 1]
    return [
      [joined, here],
      ...parts.filter((part) => part.length > 1).map((part, position) => [part, position === 0 ? here : inside] as const),
      ...(next === undefined ? [] : [[joined + next.joined, here] as const]),
    ]
  })
  return words.length > 2 ? [...terms, [words.map((word) => word.joined).join(''), start]] : terms
}

/** Numbers in a detail are packs and strengths said again; only its words tell siblings apart. */
const detailTerms = (detail: string): PlacedTerm[] =>
  wordsOf(detail)
    .flatMap(({ joined, parts }) => [joined, ...parts])
    .filter((term) => !isNumber(term))
    .map((term) => [term, place.detail])

const strengthTerms = (strength: string): PlacedTerm[] => [
  ...strengthNumbers(strength).map(({ value, as }) => [value, strengthPlace[as]] as const),
  ...unitWords(strength).map((unit) => [unit, place.detail] as const),
]

/** Stands before a code of digits alone: a number typed beside a name is a strength, never the beginning of some code. */
export const CODE_MARK = '#'

/** A code as written, without its dot or dashes, and by its parts. */
function codeTerms(code: string): PlacedTerm[] {
  const written = code.toLowerCase()
  const terms = [written, written.replace(/[.-]/g, ''), ...written.split('-')]
  return terms.map((term) => [/^\d+$/.test(term) ? CODE_MARK + term : term, place.code])
}

function memoised<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = compute(text)
    known.set(text, value)
    return value
  }
}
