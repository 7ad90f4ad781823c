import { expect, test } from 'vitest'
import { buildIndex } from './search-index.ts'
import { queryClasses, samplesOf } from './testing/recall.ts'
import { shippedEntries } from './testing/shipped-codes.ts'

const drugs = shippedEntries().filter((it) => it.kind === 'drug')
const index = buildIndex(drugs)
const samples = samplesOf(drugs, 600)

test('the sample is large enough to mean something', () => {
  expect(samples.length).toBeGreaterThan(400)
})

// The floors are half of P1; that no library does better is the other half, and is held by `npm run bench`.
test.each(queryClasses)('what is meant is among the first ten: $name, at least $floor', ({ floor, queryOf }) => {
  const asked = samples.map(queryOf).filter((query) => query !== null)
  const found = asked.filter(({ text, isMeant }) => index.search(text, { kinds: ['drug'], limit: 10 }).some(({ entry }) => isMeant(entry)))
  expect(asked.length).toBeGreaterThan(20)
  expect(found.length / asked.length).toBeGreaterThanOrEqual(floor)
})
