import { Code, SigTerm, type CodeKind } from '@noskhe/shared/terminology/code'
import type { ListedCode } from '@noskhe/shared/terminology/contract'
import { z } from 'zod'
import type { Db, Tx } from '../../db/client.ts'
import type { PublishedCode } from '../../national/mksa/port.ts'

/** What a row keeps of a code: all of it but what the row's own columns say. */
const StoredCode = z.object({
  shown: Code.omit({ isCurrent: true }),
  aliases: z.object({ otherCodes: z.array(z.string()), ingredients: z.array(z.string()), details: z.array(z.string()) }),
})

export interface LoadedRelease {
  release: string
  ordinal: number
}

/** The release that supersedes all others; null before the first one is loaded. */
export const newestRelease = (db: Db | Tx): Promise<LoadedRelease | null> =>
  db.terminologyRelease.findFirst({ orderBy: { ordinal: 'desc' }, select: { release: true, ordinal: true } })

/** The lists of which our copy has any code, in force or retired. */
export async function listsHeld(db: Db): Promise<ReadonlySet<string>> {
  // Not `findMany` with `distinct`: that reads every code of every list to tell a few names.
  const held = await db.terminologyCode.groupBy({ by: ['kind'] })
  return new Set(held.map(({ kind }) => kind))
}

/**
 * Makes `release` the newest, in the place `ordinal`; false where another process has taken that place meanwhile. A release
 * that was loaded before, and to which MKSA went back, leaves its old place.
 */
export async function addRelease(tx: Tx, { release, ordinal }: LoadedRelease, loadedAt: Date): Promise<boolean> {
  await tx.terminologyRelease.deleteMany({ where: { release, ordinal: { lt: ordinal } } })
  const { count } = await tx.terminologyRelease.createMany({ data: { release, ordinal, loadedAt }, skipDuplicates: true })
  return count === 1
}

/** Writes published codes, new and changed alike, and marks the retired ones; 1,000 rows to a statement. */
export async function putCodes(tx: Tx, release: string, codes: readonly PublishedCode[]): Promise<void> {
  for (let from = 0; from < codes.length; from += 1_000) {
    const rows = codes.slice(from, from + 1_000).map((it) => ({
      kind: it.list,
      code: it.code,
      body: it.list === 'sig' ? it.term : { shown: it.shown, aliases: it.aliases },
      retired: it.isRetired,
    }))
    await tx.$executeRaw`
      INSERT INTO terminology_codes (kind, code, body, release, retired_in)
      SELECT kind, code, body, ${release}, CASE WHEN retired THEN ${release} END
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (kind text, code text, body jsonb, retired boolean)
      ON CONFLICT (kind, code) DO UPDATE SET
        body = excluded.body,
        release = CASE WHEN excluded.retired_in IS NULL THEN excluded.release ELSE terminology_codes.release END,
        retired_in = excluded.retired_in`
  }
}

/** After a whole list was put: what it did not have is retired by this release. */
export async function retireOthers(tx: Tx, release: string): Promise<void> {
  await tx.terminologyCode.updateMany({ where: { retiredIn: null, release: { not: release } }, data: { retiredIn: release } })
}

/** After changes were put: what did not change stands in this release too. */
export async function carryOver(tx: Tx, release: string): Promise<void> {
  await tx.terminologyCode.updateMany({ where: { retiredIn: null, release: { not: release } }, data: { release } })
}

/** Codes to a page. */
export const PAGE = 1_000

/** The codes in force of one list after this one, at most a page. */
export async function pageInForce(db: Db, kind: CodeKind, after: string): Promise<ListedCode[]> {
  const rows = await db.terminologyCode.findMany({
    where: { kind, retiredIn: null, code: { gt: after } }, orderBy: { code: 'asc' }, take: PAGE, select: { body: true },
  })
  return rows.map(({ body }) => {
    const { shown, aliases } = StoredCode.parse(body)
    return { shown: { ...shown, isCurrent: true }, aliases }
  })
}

/** Every code in force of one list, a page at a time. */
export async function* codesInForce(db: Db, kind: CodeKind): AsyncGenerator<ListedCode[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: ListedCode[] = await pageInForce(db, kind, after)
    yield page
    after = page.at(-1)?.shown.code
  }
}

/** The directions in force: frequencies from the rarest to the most frequent, then instructions and amounts by code. */
export async function sigTermsInForce(db: Db): Promise<SigTerm[]> {
  const rows = await db.terminologyCode.findMany({ where: { retiredIn: null, kind: 'sig' }, select: { body: true }, orderBy: { code: 'asc' } })
  const terms = rows.map(({ body }) => SigTerm.parse(body))
  return terms.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.timesPerDay ?? Infinity) - (b.timesPerDay ?? Infinity) || 0)
}
const order: SigTerm['kind'][] = ['freq', 'instr', 'amount']

/** These codes of one list, retired ones too; unknown ones are left out. */
export async function codesByCode(db: Db, kind: CodeKind, codes: readonly string[]): Promise<Code[]> {
  if (codes.length === 0) return []
  const rows = await db.terminologyCode.findMany({ where: { kind, code: { in: [...codes] } }, select: { body: true, retiredIn: true } })
  return rows.map(({ body, retiredIn }) => ({ ...StoredCode.parse(body).shown, isCurrent: retiredIn === null }))
}
