import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NearWords } from './near-words.ts'

/** Optimal string alignment to the best beginning of `word`, by the book: the whole table for every beginning. */
function editsByTheBook(typed: string, word: string): number {
  const distance = (a: string, b: string): number => {
    const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)))
    const at = (i: number, j: number) => table[i]?.[j] ?? Infinity
    for (let i = 1; i <= a.length; i++) {
      for (let j = 1; j <= b.length; j++) {
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
        table[i]![j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped)
      }
    }
    return at(a.length, b.length)
  }
  return Math.min(...Array.from({ length: word.length + 1 }, (_, length) => distance(typed, word.slice(0, length))))
}

const near = (words: string[], typed: string, most: 1 | 2) => {
  const sorted = [...new Set(words)].sort()
  return new NearWords(sorted).find(typed, most).map(({ index, edits }) => [sorted[index], edits])
}

test.each([
  ['a letter put for another', 'metfornin', 'metformin', 1],
  ['a letter left out', 'metfomin', 'metformin', 1],
  ['a letter too many', 'mettformin', 'metformin', 1],
  ['two neighbours swapped', 'metofrmin', 'metformin', 1],
  ['a beginning', 'metfo', 'metformin', 0],
  ['a beginning with a slip', 'mteform', 'metformin', 1],
  ['two slips', 'متفرمن', 'متفورمین', 2],
])('%s: %s', (_what, typed, word, edits) => {
  expect(near(['losartan', word, 'metronidazole'], typed, 2)).toContainEqual([word, edits])
})

test('words that begin alike are each found, and each ruled out, by themselves', () => {
  expect(near(['amlo', 'amlodipine', 'amlodipina', 'amoxi', 'amoxicillin', 'b'], 'amoxycilin', 2)).toEqual([['amoxicillin', 2]])
})

test('any words: what the book says, no more and no less', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ا'), minLength: 1, maxLength: 9 })
  const asked = fc.record({ words: fc.array(word, { minLength: 1, maxLength: 12 }), typed: word, most: fc.constantFrom<1 | 2>(1, 2) })
  fc.assert(
    fc.property(asked, ({ words, typed, most }) => {
      const wanted = [...new Set(words)].sort().map((it) => [it, editsByTheBook(typed, it)] as const).filter(([, edits]) => edits <= most)
      expect(near(words, typed, most)).toEqual(wanted)
    }),
    { numRuns: 3_000 },
  )
})
