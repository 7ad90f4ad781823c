import type { CodeEntry } from '../entry-of-code.ts'
import { repeatable, slip } from './slips.ts'

/** A drug of one ingredient that is named in both scripts. */
export interface Sample {
  entry: CodeEntry
  latin: string
  persian: string
}

export interface Query {
  text: string
  isMeant: (found: CodeEntry) => boolean
}

export interface QueryClass {
  name: string
  /** The least share of such queries that must have what is meant among the first ten. */
  floor: number
  /** Made-up words hold the beginnings of others far more often than real ones: asked of real lists only. */
  needsRealWords?: true
  /** Null where the drug cannot be asked for in this way. */
  queryOf: (sample: Sample) => Query | null
}

/** Drugs of one ingredient whose names are long enough to slip twice, spread over the list, at most `most`. */
export function samplesOf(entries: readonly CodeEntry[], most: number): Sample[] {
  const all = entries.flatMap((entry) => {
    const [latin = '', persian = ''] = entry.names
    const letters = persian.replaceAll('\u200c', '')
    return /^[a-z]{8,}$/.test(latin) && /^[\u0600-\u06ff]{7,}$/.test(letters) ? [{ entry, latin, persian }] : []
  })
  const step = Math.max(1, Math.ceil(all.length / most))
  return all.filter((_, at) => at % step === 0)
}

export const amountOf = (entry: CodeEntry) => /^[\d.,]+/.exec(entry.strength)?.[0].replaceAll(',', '') ?? ''

/** `typed` and the strength; a drug of the same ingredient in the same strength is meant. */
const ofIngredient = ({ entry, latin }: Sample, typed: string): Query => ({
  text: `${typed} ${amountOf(entry)}`,
  isMeant: (found) => found.names[0] === latin && amountOf(found) === amountOf(entry),
})

const random = repeatable(20_260_123)

const inBothScripts = (name: string, floor: number, typed: (word: string) => string): QueryClass[] =>
  (['latin', 'persian'] as const).map((script) => ({
    name: `${name}, ${script}`,
    floor,
    queryOf: (sample) => ofIngredient(sample, typed(sample[script])),
  }))

/** The ways in which drugs are asked for, each with its floor (P1). */
export const queryClasses: readonly QueryClass[] = [
  ...inBothScripts('whole word and strength', 0.99, (word) => word),
  ...inBothScripts('first five letters and strength', 0.99, (word) => word.slice(0, 5)),
  ...inBothScripts('middle of the word and strength', 0.95, (word) => word.replaceAll('\u200c', '').slice(2, 8))
    .map((it) => ({ ...it, needsRealWords: true as const })),
  ...inBothScripts('one slip and strength', 0.98, (word) => slip(word, random)),
  ...inBothScripts('two slips and strength', 0.95, (word) => slip(slip(word, random), random)),
  {
    name: 'brand and strength',
    floor: 0.99,
    queryOf: ({ entry }) => {
      const brand = entry.brands[0]
      if (brand === undefined) return null
      return { text: `${brand} ${amountOf(entry)}`, isMeant: (it) => it.brands.includes(brand) && amountOf(it) === amountOf(entry) }
    },
  },
  { name: 'code', floor: 0.99, queryOf: ({ entry }) => ({ text: entry.code, isMeant: (it) => it.code === entry.code }) },
  {
    name: 'name in one script, form in the other',
    floor: 0.99,
    queryOf: (sample) => ofIngredient(sample, `${sample.latin} ${sample.entry.details[0] ?? ''}`),
  },
  {
    name: 'half-space left out',
    floor: 0.99,
    queryOf: (sample) => (sample.persian.includes('\u200c') ? ofIngredient(sample, sample.persian.replaceAll('\u200c', '')) : null),
  },
]
