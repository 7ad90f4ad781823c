import { wordsOf } from '../terminology/fold.ts'

/** A word by which somebody's name may be typed: as it is spelt, folded, and as it sounds. */
export interface NameWord {
  spelling: string
  sound: string
}

/** Letters that Persian writes apart and says alike. */
const saidAlike: Record<string, string> = { ذ: 'ز', ض: 'ز', ظ: 'ز', ث: 'س', ص: 'س', ط: 'ت', ح: 'ه', غ: 'ق', ع: 'ا', ء: 'ا' }

/**
 * A folded word by its sound: letters that are said alike become one, and a doubled one single. The sound of a word's beginning is
 * a beginning of its sound, so that a word is found while it is being typed.
 */
export const soundOf = (spelling: string): string =>
  [...spelling].map((letter) => saidAlike[letter] ?? letter).filter((letter, at, letters) => letter !== letters[at - 1]).join('')

const named = (spelling: string): NameWord => ({ spelling, sound: soundOf(spelling) })

const isWord = (text: string) => /^[\p{L}\p{N}]+$/u.test(text)

/** So many neighbouring words of a name may be typed as one: «سید محمد رضا», «سیدمحمدرضا». */
const LONGEST_RUN = 3

/** Every word that a name is found by: its words, their parts, and neighbours that may be typed as one. */
export function wordsOfName(name: string): NameWord[] {
  const words = wordsOf(name).filter(({ joined }) => isWord(joined))
  const runs = words.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_RUN, words.length - from) }, (_, more) =>
      words.slice(from, from + more + 1).map(({ joined }) => joined).join(''),
    ),
  )
  return [...new Set([...runs, ...words.flatMap(({ parts }) => parts)])].map(named)
}

/** Nobody types more words of a name than this; each one doubles the readings. */
const MOST_WORDS = 5

/**
 * The readings of a typed name, each a list of beginnings that are all to be found: as typed, and with neighbours taken for one
 * word, because half-spaces are left out or typed as spaces. Empty where there is nothing to look for.
 */
export function readingsOfName(typed: string): NameWord[][] {
  const words = wordsOf(typed).map(({ joined }) => joined).filter(isWord).slice(0, MOST_WORDS)
  const [first, ...rest] = words
  if (first === undefined || words.join('').length < 2) return []
  const readings = rest.reduce<string[][]>(
    (before, word) => before.flatMap((reading) => [[...reading, word], [...reading.slice(0, -1), `${reading.at(-1) ?? ''}${word}`]]),
    [[first]],
  )
  return readings.map((reading) => reading.map(named))
}
