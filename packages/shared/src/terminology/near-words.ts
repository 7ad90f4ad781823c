/** A word by its place, and how many slips away its beginning is. */
export interface NearWord {
  index: number
  edits: number
}

/** No typed word is longer than this and still near anything. */
const LONGEST = 40
/** A row of the table: a cell for each letter, one before them and one behind. */
const WIDTH = LONGEST + 2
const TOO_FAR = 99
/** So many of a word's letters count as its first. */
const FIRST = 5

/**
 * Sorted words, searched for those whose beginning is a few edits away from a typed one: a letter added, left out or put
 * for another, or two neighbours swapped (optimal string alignment). Words that begin alike stand together, so the table
 * of distances is carried on from word to word, and a beginning that is already too far away rules out all its words.
 */
export class NearWords {
  readonly #words: readonly string[]
  /** How many first letters each word shares with the one before it. */
  readonly #shared: Uint8Array
  /** Which letters each word has: see `lettersOf`. */
  readonly #letters: Uint32Array
  /** Which letters each word begins with. */
  readonly #firstLetters: Uint32Array
  /** The rows of the table, one for each letter of the word at hand; `#least` is the least distance up to there. */
  readonly #rows = new Uint8Array((LONGEST + 3) * WIDTH)
  readonly #least = new Uint8Array(LONGEST + 3)

  /** @param words distinct and sorted by code unit. */
  constructor(words: readonly string[]) {
    this.#words = words
    this.#shared = Uint8Array.from(words, (word, at) => Math.min(255, sharedLetters(word, words[at - 1] ?? '')))
    this.#letters = Uint32Array.from(words, (word) => lettersOf(word))
    this.#firstLetters = Uint32Array.from(words, (word) => lettersOf(word.slice(0, FIRST)))
  }

  /** Every word of which some beginning is at most `most` edits from `typed`. */
  find(typed: string, most: 1 | 2): NearWord[] {
    const found: NearWord[] = []
    const size = typed.length
    if (size === 0 || size > LONGEST) return found
    for (let at = 0; at <= size; at++) this.#rows[at] = at
    this.#least[0] = TOO_FAR
    const letters = lettersOf(typed)
    // No shorter beginning than `size - most` letters is near, so that the first ones are in every beginning that is.
    const notTyped = size - most >= FIRST ? ~letters : 0
    let known = 0
    let ruledOut = Infinity
    for (let index = 0; index < this.#words.length; index++) {
      const shared = this.#shared[index] ?? 0
      if (shared < ruledOut) {
        ruledOut = Infinity
        known = Math.min(known, shared)
        // Each letter that only one of the two has is an edit of its own: most words end here.
        if (countOf(letters & ~(this.#letters[index] ?? 0)) > most) continue
        if (countOf((this.#firstLetters[index] ?? 0) & notTyped) > most) continue
        const word = this.#words[index] ?? ''
        const end = Math.min(word.length, size + most)
        while (known < end) {
          known++
          if (this.#fillRow(typed, word, known, most) <= most) continue
          ruledOut = known
          break
        }
      }
      const edits = this.#least[known] ?? TOO_FAR
      if (edits <= most) found.push({ index, edits })
    }
    return found
  }

  /**
   * Fills the row of the word's letter number `depth` from the two before it, and gives its least value. Only the cells near
   * the diagonal are filled: all others are further off than `most` by their lengths alone.
   */
  #fillRow(typed: string, word: string, depth: number, most: number): number {
    const rows = this.#rows
    const row = depth * WIDTH
    const above = row - WIDTH
    const letter = word.charCodeAt(depth - 1)
    const letterBefore = word.charCodeAt(depth - 2)
    const from = Math.max(1, depth - most)
    const to = Math.min(typed.length, depth + most)
    let least = from === 1 ? depth : TOO_FAR
    rows[row + from - 1] = least
    for (let at = from; at <= to; at++) {
      const other = typed.charCodeAt(at - 1)
      let edits = Math.min((rows[above + at] ?? 0) + 1, (rows[row + at - 1] ?? 0) + 1, (rows[above + at - 1] ?? 0) + (letter === other ? 0 : 1))
      if (depth > 1 && at > 1 && letter === typed.charCodeAt(at - 2) && letterBefore === other) {
        edits = Math.min(edits, (rows[above - WIDTH + at - 2] ?? 0) + 1)
      }
      rows[row + at] = edits
      if (edits < least) least = edits
    }
    rows[row + to + 1] = TOO_FAR
    const here = to === typed.length && from <= to ? (rows[row + to] ?? TOO_FAR) : TOO_FAR
    this.#least[depth] = Math.min(this.#least[depth - 1] ?? TOO_FAR, here)
    return least
  }
}

/** A bit for each letter; letters that share one only rule out fewer words. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << word.charCodeAt(at)
  return letters
}

/** How many bits are set (population count). */
function countOf(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function sharedLetters(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}
