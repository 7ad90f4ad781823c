import { atMost, interleaved, p99Of, type Verdict } from '../testing/measure.ts'
import type { CodeEntry } from './entry-of-code.ts'
import { buildIndex } from './search-index.ts'
import { type QueryClass, queryClasses, samplesOf } from './testing/recall.ts'
import { linearScan, miniSearch, type Search } from './testing/rivals.ts'
import { shippedEntries } from './testing/shipped-codes.ts'
import { syntheticEntries } from './testing/synthetic-codes.ts'

const LIMIT = 10

/** P1 and P2 over the drugs that we ship and over a list as long as the national one. */
export default async function benchSearch(): Promise<Verdict[]> {
  const shipped = shippedEntries().filter(({ kind }) => kind === 'drug')
  const national = syntheticEntries(30_000)
  return [
    ...(await benchList({
      list: `${shipped.length} shipped drugs`, entries: shipped, sampleSize: 600, asked: queryClasses,
    })),
    ...(await benchList({
      list: `${national.length} made-up drugs`, entries: national, sampleSize: 150, asked: queryClasses.filter((it) => !it.needsRealWords),
    })),
  ]
}

interface Bench {
  list: string
  entries: readonly CodeEntry[]
  sampleSize: number
  asked: readonly QueryClass[]
}

async function benchList(bench: Bench): Promise<Verdict[]> {
  const { list, entries, sampleSize } = bench
  const ours = weigh(() => ourSearch(entries))
  const library = weigh(() => miniSearch(entries))
  const searches = { ours: ours.made, library: library.made, scan: linearScan(entries) }

  const keystrokes = typedOver(entries, sampleSize)
  const p99 = await interleaved({
    ours: () => p99Of(keystrokes, (typed) => searches.ours(typed, LIMIT)),
    library: () => p99Of(keystrokes, (typed) => searches.library(typed, LIMIT)),
    scan: () => p99Of(keystrokes, (typed) => searches.scan(typed, LIMIT)),
  })
  return [
    ...recallOf(bench, searches),
    atMost({ id: 'P2', what: `keystroke p99, ${list}, beside MiniSearch`, ours: p99.ours, theirs: p99.library, unit: 'ms', ratio: 1 / 20 }),
    atMost({ id: 'P2', what: `keystroke p99, ${list}, beside a linear scan`, ours: p99.ours, theirs: p99.scan, unit: 'ms', ratio: 1 }),
    atMost({ id: 'P2', what: `memory of the index, ${list}, beside MiniSearch`, ours: [ours.megabytes], theirs: [library.megabytes], unit: 'MB', ratio: 1 }),
  ]
}

function ourSearch(entries: readonly CodeEntry[]): Search {
  const index = buildIndex(entries)
  return (query, limit) => index.search(query, { kinds: ['drug'], limit }).map(({ entry }) => entry)
}

/** What it holds after it was made, on the heap and in buffers beside it. */
function weigh<T>(make: () => T): { made: T; megabytes: number } {
  const held = () => {
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1_048_576
  }
  if (!globalThis.gc) throw new Error('Memory is weighed under --expose-gc only')
  const before = held()
  const made = make()
  return { made, megabytes: held() - before }
}

/** Queries letter by letter, as they are typed; a quarter of them with a letter left out. */
function typedOver(entries: readonly CodeEntry[], size: number): string[] {
  const step = Math.ceil(entries.length / (size / 12))
  const typed = entries.filter((_, at) => at % step === 0).flatMap(({ names, strength }, at) => {
    const name = names[at % names.length] ?? ''
    const whole = `${at % 4 === 0 ? name.slice(0, 3) + name.slice(4) : name} ${strength}`.slice(0, 24)
    return Array.from({ length: whole.length }, (_, length) => whole.slice(0, length + 1))
  })
  return typed
}

function recallOf({ list, entries, sampleSize, asked: classes }: Bench, { ours, library }: { ours: Search; library: Search }): Verdict[] {
  return classes.map(({ name, floor, queryOf }): Verdict => {
    const asked = samplesOf(entries, sampleSize).flatMap((sample) => {
      const query = queryOf(sample)
      return query === null ? [] : [{ ...query, sample }]
    })
    const recall = (search: Search) =>
      asked.filter(({ text, isMeant }) => search(text, LIMIT).some(isMeant)).length / asked.length
    const [our, their] = [recall(ours), recall(library)]
    return {
      id: 'P1',
      what: `recall@10, ${list}, ${name} (${asked.length} queries)`,
      ours: our.toFixed(3), theirs: their.toFixed(3),
      budget: `≥ ${floor} and ≥ MiniSearch`,
      isMet: our >= floor && our >= their,
    }
  })
}
