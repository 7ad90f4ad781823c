import type { CodeKind } from './code.ts'
import { isNumber } from './fold.ts'
import { costOfPlace, PLACE_BITS, PLACE_MASK, PostingsCollector, type Postings } from './postings.ts'
import type { Hit, SearchEntry } from './search-entry.ts'
import { understandings, type Reading } from './understandings.ts'
import { Vocabulary, type Match } from './vocabulary.ts'

export interface SearchOptions {
  limit: number
  /** Only codes of these kinds; all kinds where they are left out. */
  kinds?: readonly CodeKind[]
}

/** An in-memory index; searching changes nothing that another search sees. */
export interface SearchIndex<E extends SearchEntry = SearchEntry> {
  readonly size: number
  /** Best first, at most `limit`; empty for an empty query and where nothing is near. */
  search(query: string, options: SearchOptions): Hit<E>[]
}

/**
 * Indexes the entries. A search understands Persian and Latin, mixed too; any digits; names, brands, strengths and codes,
 * finished or not; half-spaces left out or added; one or two slips by the word's length; and the wrong keyboard.
 */
export function buildIndex<E extends SearchEntry>(entries: readonly E[]): SearchIndex<E> {
  const builder = new IndexBuilder<E>()
  builder.add(entries)
  return builder.finish()
}

/** Builds an index part by part, so that a server with very many codes answers others in between. */
export class IndexBuilder<E extends SearchEntry> {
  readonly #lists = new Map<CodeKind, { entries: E[]; collector: PostingsCollector }>()

  add(entries: readonly E[]): void {
    for (const entry of entries) {
      const list = this.#lists.get(entry.kind) ?? { entries: [], collector: new PostingsCollector() }
      this.#lists.set(entry.kind, list)
      list.collector.add(entry, list.entries.length)
      list.entries.push(entry)
    }
  }

  finish(): SearchIndex<E> {
    const lists = new Map([...this.#lists].map(([kind, { entries, collector }]) => [kind, new ListIndex(entries, collector.finish())]))
    return {
      size: [...this.#lists.values()].reduce((sum, { entries }) => sum + entries.length, 0),
      search(query, { limit, kinds }) {
        const asked = kinds === undefined ? [...lists.values()] : kinds.flatMap((kind) => lists.get(kind) ?? [])
        return searchLists(asked, query, limit)
      },
    }
  }
}

/**
 * The first understanding of the query that finds anything in any of the lists, from the likeliest on, best first. What one list
 * has as it was typed is thus not mixed with what another only has by a slip.
 */
function searchLists<E extends SearchEntry>(lists: readonly ListIndex<E>[], query: string, limit: number): Hit<E>[] {
  for (const { words, reading } of understandings(query)) {
    const hits = lists.flatMap((list) => list.find(words, reading, limit))
    if (hits.length > 0) return lists.length === 1 ? hits : hits.sort((a, b) => a.score - b.score).slice(0, limit)
  }
  return []
}

/** A number that the entry has not: other strengths come after the one asked for, and are still shown. */
const OTHER_NUMBER = 1.2

/** The index of one kind's codes. */
class ListIndex<E extends SearchEntry> {
  readonly #entries: readonly E[]
  readonly #vocabulary: Vocabulary
  readonly #starts: Uint32Array
  readonly #postings: Uint32Array
  /** What the word last looked up costs in each entry; valid where `#round` says so, hence never cleared. */
  readonly #wordCost: Float32Array
  readonly #wordRound: Uint32Array
  readonly #total: Float32Array
  #round = 0

  constructor(entries: readonly E[], { terms, starts, postings }: Postings) {
    this.#entries = entries
    this.#vocabulary = new Vocabulary(terms)
    this.#starts = starts
    this.#postings = postings
    this.#wordCost = new Float32Array(entries.length)
    this.#wordRound = new Uint32Array(entries.length)
    this.#total = new Float32Array(entries.length)
  }

  /** The best entries that have every word and, in order of the query's numbers, as many of those as can be. */
  find(words: readonly string[], reading: Reading, limit: number): Hit<E>[] {
    const letters = words.filter((word) => !isNumber(word))
    const required = letters.length > 0 ? letters : words
    const readings: { matches: Match[]; postings: number }[] = []
    for (const word of required) {
      const matches = reading(this.#vocabulary, word)
      if (matches.length === 0) return []
      readings.push({ matches, postings: this.#countPostings(matches) })
    }
    // The rarest word first: every later one only strikes out.
    const [first, ...others] = readings.sort((a, b) => a.postings - b.postings)
    if (first === undefined) return []
    let found = this.#lookUp(first.matches)
    for (const at of found) this.#total[at] = this.#costAt(at)
    for (const { matches } of others) {
      if (found.length === 0) return []
      this.#lookUp(matches)
      found = found.filter((at) => this.#has(at))
      for (const at of found) this.#add(at, this.#costAt(at))
    }
    if (required !== words) for (const word of words) if (isNumber(word)) this.#weighNumber(found, word, word === words.at(-1))
    for (const at of found) this.#add(at, this.#entries[at]?.rank ?? 0)
    return this.#best(found, limit)
  }

  #weighNumber(found: readonly number[], number: string, isLast: boolean): void {
    this.#lookUp(isLast ? this.#vocabulary.beginningWith(number) : this.#vocabulary.exactly(number))
    for (const at of found) this.#add(at, this.#has(at) ? this.#costAt(at) : OTHER_NUMBER)
  }

  #countPostings(matches: readonly Match[]): number {
    return matches.reduce((sum, { term }) => sum + (this.#starts[term + 1] ?? 0) - (this.#starts[term] ?? 0), 0)
  }

  /** Notes for every entry that has one of the matches what the best of them costs there; gives those entries. */
  #lookUp(matches: readonly Match[]): number[] {
    const round = ++this.#round
    const found: number[] = []
    for (const { term, cost } of matches) {
      const end = this.#starts[term + 1] ?? 0
      for (let index = this.#starts[term] ?? 0; index < end; index++) {
        const posting = this.#postings[index] ?? 0
        const at = posting >>> PLACE_BITS
        const here = cost + (costOfPlace[posting & PLACE_MASK] ?? 0)
        if (this.#wordRound[at] !== round) {
          this.#wordRound[at] = round
          this.#wordCost[at] = here
          found.push(at)
        } else if (here < this.#costAt(at)) this.#wordCost[at] = here
      }
    }
    return found
  }

  #has(at: number): boolean {
    return this.#wordRound[at] === this.#round
  }

  #costAt(at: number): number {
    return this.#wordCost[at] ?? 0
  }

  #add(at: number, more: number): void {
    this.#total[at] = (this.#total[at] ?? 0) + more
  }

  /** The `limit` best, in order; equals stay in the order of the entries. Keeps a short list, as sorting all would cost most. */
  #best(found: readonly number[], limit: number): Hit<E>[] {
    const best: number[] = []
    const isBetter = (a: number, b: number) => {
      const difference = (this.#total[a] ?? 0) - (this.#total[b] ?? 0)
      return difference < 0 || (difference === 0 && a < b)
    }
    for (const at of found) {
      const worst = best[limit - 1]
      if (worst !== undefined && !isBetter(at, worst)) continue
      let place = Math.min(best.length, limit - 1)
      for (; place > 0 && isBetter(at, best[place - 1] ?? at); place--) best[place] = best[place - 1] ?? at
      best[place] = at
    }
    return best.flatMap((at) => {
      const entry = this.#entries[at]
      return entry === undefined ? [] : { entry, score: this.#total[at] ?? 0 }
    })
  }
}
