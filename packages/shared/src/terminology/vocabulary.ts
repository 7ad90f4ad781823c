import { NearWords } from './near-words.ts'

/** A word of the index that a typed word may stand for, and how well it does: 0 is the same word, less is better. */
export interface Match {
  term: number
  cost: number
}

/** Costs grow with what the user would find surprising: more than a whole edit apart means another kind of match. */
const cost = { prefix: 0.1, unfinished: 0.2, infix: 0.6, edit: 1, firstLetter: 0.4 }

/** The distinct words of an index, sorted, with the ways to look one up. A term is known by its place. */
export class Vocabulary {
  readonly #terms: readonly string[]
  /** The terms without digits, each between newlines: one native scan finds a part of any. */
  readonly #letters: string
  readonly #starts: Uint32Array
  readonly #wordTerms: Uint32Array
  readonly #near: NearWords

  /** @param terms distinct and sorted by code unit. */
  constructor(terms: readonly string[]) {
    this.#terms = terms
    const words = terms.flatMap((term, at) => (/[\d%]/.test(term) ? [] : at))
    this.#wordTerms = Uint32Array.from(words)
    this.#near = new NearWords(words.map((at) => terms[at] ?? ''))
    this.#starts = new Uint32Array(words.length)
    let length = 1
    words.forEach((at, index) => {
      this.#starts[index] = length
      length += (terms[at]?.length ?? 0) + 1
    })
    this.#letters = `\n${words.map((at) => terms[at]).join('\n')}\n`
  }

  /** The word itself; only that. */
  exactly(word: string): Match[] {
    const at = this.#firstFrom(word)
    return this.#terms[at] === word ? [{ term: at, cost: 0 }] : []
  }

  /** The word itself and every longer one that begins with it. */
  beginningWith(word: string): Match[] {
    const matches: Match[] = []
    for (let at = this.#firstFrom(word); this.#terms[at]?.startsWith(word) === true; at++) {
      const length = this.#terms[at]?.length ?? 1
      matches.push({ term: at, cost: length === word.length ? 0 : cost.prefix + unfinished(word.length, length) })
    }
    return matches
  }

  /** Words that hold this one inside ("torva" in "atorvastatin"), from three letters on. */
  holding(word: string): Match[] {
    if (word.length < 3) return []
    const matches: Match[] = []
    for (let found = this.#letters.indexOf(word); found !== -1; found = this.#letters.indexOf(word, found + 1)) {
      const index = lastAtMost(this.#starts, found)
      const term = this.#wordTerms[index] ?? 0
      if (found === this.#starts[index] || matches.at(-1)?.term === term) continue
      matches.push({ term, cost: cost.infix + unfinished(word.length, this.#terms[term]?.length ?? 1) })
    }
    return matches
  }

  /** Words whose beginning differs from this one by one slip, or by up to two. Numbers are never guessed. */
  near(word: string, most: 1 | 2): Match[] {
    return this.#near.find(word, most).map(({ index, edits }) => {
      const term = this.#wordTerms[index] ?? 0
      return { term, cost: slipCost(word, this.#terms[term] ?? '', edits) }
    })
  }

  #firstFrom(word: string): number {
    let low = 0
    let high = this.#terms.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#terms[middle] ?? '') < word) low = middle + 1
      else high = middle
    }
    return low
  }
}

const unfinished = (typed: number, whole: number): number => cost.unfinished * (1 - typed / whole)

const slipCost = (word: string, term: string, edits: number): number =>
  edits * cost.edit + (word[0] === term[0] ? 0 : cost.firstLetter) + cost.unfinished * Math.min(1, Math.abs(term.length - word.length) / term.length)

/** The last place whose value is at most `value`, in ascending values that begin at or below it. */
function lastAtMost(values: Uint32Array, value: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((values[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
