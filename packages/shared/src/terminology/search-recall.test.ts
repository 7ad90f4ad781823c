import { describe, expect, test } from 'vitest'
import type { CodeEntry } from './entry-of-code.ts'
import { buildIndex } from './search-index.ts'
import { shippedEntries } from './testing/shipped-codes.ts'

const drugs = shippedEntries().filter((it) => it.kind === 'drug')
const index = buildIndex(drugs)

/** Drugs of one long ingredient, each with its ingredient's name in both scripts: enough letters to slip twice. */
const samples = drugs.flatMap((entry, at) => {
  const [latin = '', persian = ''] = entry.names
  const isLong = /^[a-z]{8,}$/.test(latin) && /^[\u0600-\u06ff]{7,}$/.test(persian)
  return at % 3 === 0 && isLong ? { entry, latin, persian } : []
})

// xorshift: the same slips in every run.
let seed = 20_260_123
const random = (below: number) => {
  seed ^= seed << 13
  seed ^= seed >>> 17
  seed ^= seed << 5
  return (seed >>> 0) % below
}

function slip(word: string): string {
  const at = 1 + random(word.length - 2)
  const letters = /[a-z]/.test(word) ? 'abcdefghilmnoprstvxyz' : 'ابتدرزسفکلمنویپ'
  const letter = letters[random(letters.length)] ?? ''
  const before = word.slice(0, at)
  switch (random(4)) {
    case 0: return before + word.slice(at + 1)
    case 1: return before + letter + word.slice(at)
    case 2: return before + letter + word.slice(at + 1)
    default: return before + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
  }
}

const amountOf = (entry: CodeEntry) => /^[\d.,]+/.exec(entry.strength)?.[0].replaceAll(',', '') ?? ''

/** The share of queries that have a drug of the ingredient, in the strength where one was typed, among the first ten. */
function recall(queryOf: (sample: (typeof samples)[number]) => string): number {
  const found = samples.filter((sample) => {
    const hits = index.search(queryOf(sample), { kind: 'drug', limit: 10 })
    return hits.some(({ entry }) => entry.names[0] === sample.latin && amountOf(entry) === amountOf(sample.entry))
  })
  return found.length / samples.length
}

test('the sample is large enough to mean something', () => {
  expect(samples.length).toBeGreaterThan(200)
})

describe.each(['latin', 'persian'] as const)('recall among the first ten, %s', (script) => {
  test.each([
    ['whole word and strength', 0.99, (word: string) => word],
    ['first five letters and strength', 0.99, (word: string) => word.slice(0, 5)],
    ['middle of the word and strength', 0.95, (word: string) => word.slice(2, 8)],
    ['one slip and strength', 0.98, (word: string) => slip(word)],
    ['two slips and strength', 0.95, (word: string) => slip(slip(word))],
  ])('%s: at least %f', (_class, least, typed) => {
    expect(recall((sample) => `${typed(sample[script])} ${amountOf(sample.entry)}`)).toBeGreaterThanOrEqual(least)
  })
})
