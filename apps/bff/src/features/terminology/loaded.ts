import { Failure } from '@noskhe/shared/failure'
import { CodeKind, type SigTerm } from '@noskhe/shared/terminology/code'
import { entryOfCode, type CodeEntry } from '@noskhe/shared/terminology/entry-of-code'
import { IndexBuilder, type SearchIndex } from '@noskhe/shared/terminology/search-index'
import type { Db } from '../../db/client.ts'
import { codesInForce, newestRelease, sigTermsInForce } from './store.ts'

/** What this process holds in memory of the newest release. */
export interface LoadedTerminology {
  release: string
  ordinal: number
  index: SearchIndex<CodeEntry>
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
 * Takes up the newest release of our tables if it is not the one in memory, whichever process copied it. The new index is
 * built a thousand codes at a time, with others served in between, and searches go on in the old one until it stands whole.
 */
export async function takeUpNewestRelease(db: Db): Promise<void> {
  const newest = await newestRelease(db)
  if (newest === null || newest.ordinal === loaded.get(db)?.ordinal) return
  const sigTerms = await sigTermsInForce(db)
  loaded.set(db, { ...newest, index: await indexOf(db), sigTerms })
}

async function indexOf(db: Db): Promise<SearchIndex<CodeEntry>> {
  const builder = new IndexBuilder<CodeEntry>()
  for (const kind of CodeKind.options) {
    for await (const codes of codesInForce(db, kind)) builder.add(codes.map((it) => entryOfCode(it.shown, it.aliases)))
  }
  return builder.finish()
}
