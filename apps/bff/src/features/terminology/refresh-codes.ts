import type { Resources } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { codeLists, type CodeList, type Mksa, type PublishedCode, type Release } from '../../national/mksa/port.ts'
import { addRelease, carryOver, listsHeld, newestRelease, putCodes, retireOthers, type LoadedRelease } from './store.ts'

/**
 * Copies MKSA's newest release into our tables, in one transaction: as changes where MKSA still knows the release that we
 * have, whole otherwise; whole also where our copy lacks a list, as one of before the product knew it does. Codes that it no
 * longer has stay readable. Does nothing where we have it already.
 * @throws NationalUnavailable | NationalUnreadable, with our copy as it was.
 */
export async function refreshCodes({ db, national, now }: Pick<Resources, 'db' | 'national' | 'now'>): Promise<void> {
  const releases = await national.mksa.releases()
  const newest = releases.at(-1)
  const ours = await newestRelease(db)
  if (newest === undefined) return
  const held = await listsHeld(db)
  const isMissingLists = newest.lists.some((list) => !held.has(list))
  if (newest.release === ours?.release && !isMissingLists) return

  const since = ours !== null && !isMissingLists && knows(releases, ours) ? ours.release : null
  // Read to the end before anything is written: a list broken off changes nothing.
  const codes = await publishedCodes(national.mksa, newest.release, since)
  await inTransaction(db, async (tx) => {
    const isFirst = await addRelease(tx, { release: newest.release, ordinal: (ours?.ordinal ?? 0) + 1 }, now())
    if (!isFirst) return
    await putCodes(tx, newest.release, codes)
    await (since === null ? retireOthers(tx, newest.release) : carryOver(tx, newest.release))
  })
}

const knows = (releases: readonly Release[], { release }: LoadedRelease): boolean => releases.some((it) => it.release === release)

async function publishedCodes(mksa: Mksa, release: string, since: string | null): Promise<PublishedCode[]> {
  const codes: PublishedCode[] = []
  for (const list of codeLists) for await (const page of pagesOf(mksa, { release, list, since })) codes.push(...page)
  return codes
}

async function* pagesOf(mksa: Mksa, asked: { release: string; list: CodeList; since: string | null }) {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Mksa['codes']>> = await mksa.codes({ ...asked, after })
    yield page.codes
    after = page.next
  } while (after !== null)
}
