import { isNumber, wordsOf } from './fold.ts'
import { onOtherKeyboard } from './keyboard.ts'
import { CODE_MARK } from './postings.ts'
import type { Match, Vocabulary } from './vocabulary.ts'

/** Which words of the index a typed word may stand for. */
export type Reading = (vocabulary: Vocabulary, word: string) => Match[]

const asTyped: Reading = (vocabulary, word) =>
  isNumber(word) ? [...vocabulary.beginningWith(word), ...vocabulary.beginningWith(CODE_MARK + word)] : vocabulary.beginningWith(word)
const asPart: Reading = (vocabulary, word) => [...asTyped(vocabulary, word), ...vocabulary.holding(word)]
const withSlips: Reading = (vocabulary, word) => {
  const most = slipsAllowed(word)
  return [...asPart(vocabulary, word), ...(most === 0 ? [] : vocabulary.near(word, most))]
}

/** Short words are all near each other: a slip from four letters on, two from six on. */
const slipsAllowed = (word: string): 0 | 1 | 2 => (/\d/.test(word) || word.length < 4 ? 0 : word.length < 6 ? 1 : 2)

export interface Understanding {
  words: readonly string[]
  reading: Reading
}

/** No code is asked for in more words; what is pasted beyond them is not read. */
const MOST_WORDS = 12

/**
 * What may be meant by a query, the likeliest first: the words as typed; half-spaces taken as spaces; the other keyboard;
 * a space too many; a number stuck to a word; parts of words and slips together, as «lsartan» is both in «valsartan» and
 * a slip of «losartan».
 */
export function* understandings(query: string): Generator<Understanding> {
  const typed = wordsOf(query).slice(0, MOST_WORDS)
  const words = typed.map((word) => word.joined)
  if (words.length === 0) return
  const switched = onOtherKeyboard(query)
  const otherWords = switched === null ? [] : wordsOf(switched).slice(0, MOST_WORDS).map((word) => word.joined)
  yield { words, reading: asTyped }
  if (typed.some((word) => word.parts.length > 1)) yield { words: typed.flatMap((word) => word.parts), reading: asTyped }
  if (otherWords.length > 0) yield { words: otherWords, reading: asTyped }
  for (const joined of joinings(words)) yield { words: joined, reading: asTyped }
  const apart = words.flatMap(lettersAndDigits)
  yield { words: apart, reading: asTyped }
  yield { words: apart, reading: withSlips }
  if (otherWords.length > 0) yield { words: otherWords, reading: withSlips }
}

/** The words with one pair of neighbours joined, for each pair, and all in one. */
function joinings(words: readonly string[]): string[][] {
  const pairs = words.slice(1).map((_, at) => words.toSpliced(at, 2, words.slice(at, at + 2).join('')))
  return words.length > 2 ? [...pairs, [words.join('')]] : pairs
}

const lettersAndDigits = (word: string): string[] => {
  const [, letters, digits] = /^(\D{3,})(\d[\d.]*)$/.exec(word) ?? []
  return letters === undefined || digits === undefined ? [word] : [letters, digits]
}
