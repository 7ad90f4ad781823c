import { setImmediate as nextTurn } from 'node:timers/promises'
import { Failure } from '@noskhe/shared/failure'
import { CodeKind, type SigTerm } from '@noskhe/shared/terminology/code'
import { entryOfCode, type CodeEntry } from '@noskhe/shared/terminology/entry-of-code'
import { buildIndex, type SearchIndex } from '@noskhe/shared/terminology/search-index'
import type { Db } from '../../db/client.ts'
import { codesInForce, newestRelease, sigTermsInForce } from './store.ts'

/** What this process holds in memory of the newest release. */
export interface LoadedTerminology {
  release: string
  ordinal: number
  indexes: ReadonlyMap<CodeKind, SearchIndex<CodeEntry>>
  sigTerms: readonly SigTerm[]
}

/** By database, so that a process (or a test) with two of them searches each one's own codes. */
const loaded = new WeakMap<Db, LoadedTerminology>()

export const hasTerminology = (db: Db): boolean => loaded.has(db)

/** @throws Failure `terminology.not-loaded` until the first release is there. */
export function terminologyOf(db: Db): LoadedTerminology {
  const found = loaded.get(db)
  if (found === undefined) throw new Failure('terminology.not-loaded')
  return found
}

/**
 * Takes up the newest release of our tables if it is not the one in memory, whichever process copied it. Searches go on in
 * the old index until the new one stands whole.
 */
export async function takeUpNewestRelease(db: Db): Promise<void> {
  const newest = await newestRelease(db)
  if (newest === null || newest.ordinal === loaded.get(db)?.ordinal) return
  const [codes, sigTerms] = await Promise.all([codesInForce(db), sigTermsInForce(db)])
  const indexes = new Map<CodeKind, SearchIndex<CodeEntry>>()
  for (const kind of CodeKind.options) {
    await nextTurn()
    indexes.set(kind, buildIndex(codes.filter((it) => it.shown.kind === kind).map((it) => entryOfCode(it.shown, it.aliases))))
  }
  loaded.set(db, { ...newest, indexes, sigTerms })
}
