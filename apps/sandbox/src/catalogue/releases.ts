import type { DatabaseSync } from 'node:sqlite'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import { transaction } from '../database.ts'
import { codeLists, serviceLists, type CatalogueCode, type CodeList } from './code.ts'

/** A code changes by a new row: `since` and `until` number the releases between which the row was in force. */
export const catalogueSchema = `
  CREATE TABLE IF NOT EXISTS catalogue_release (
    seq INTEGER PRIMARY KEY,
    release TEXT NOT NULL UNIQUE,
    published_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS catalogue_code (
    list TEXT NOT NULL,
    code TEXT NOT NULL,
    since INTEGER NOT NULL REFERENCES catalogue_release (seq),
    until INTEGER REFERENCES catalogue_release (seq),
    name_fa TEXT NOT NULL,
    name_en TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (list, code, since)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS catalogue_drug_irc ON catalogue_code (json_extract(detail, '$.irc')) WHERE list = 'drug';
  CREATE TABLE IF NOT EXISTS catalogue_interaction (
    inn_a TEXT NOT NULL,
    inn_b TEXT NOT NULL,
    severity TEXT NOT NULL,
    effect_fa TEXT NOT NULL,
    action_fa TEXT NOT NULL,
    PRIMARY KEY (inn_a, inn_b)
  ) STRICT, WITHOUT ROWID;
`

/** Adds an empty release and gives its number. Call within a transaction. */
export function addRelease(db: DatabaseSync, release: string, publishedAt: string): number {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO catalogue_release (release, published_at) VALUES (?, ?)')
    .run(release, publishedAt)
  return Number(lastInsertRowid)
}

/** The Jalali day of the release; a second one on the same day says so. */
export function releaseName(db: DatabaseSync, now: Date): string {
  const day = jalaliDay(now).replaceAll('-', '.')
  for (let time = 1; ; time++) {
    const name = time === 1 ? day : `${day}-${time}`
    if (releaseNumber(db, name) === null) return name
  }
}

/**
 * Publishes a release of one change: a code retired, or a retired one brought back as it last stood. Gives the name of the
 * release; null where there is no such code, or it is that way already.
 */
export function publishChange(db: DatabaseSync, it: { list: CodeList; code: string; isInForce: boolean }, now: Date): string | null {
  const last = db.prepare('SELECT * FROM catalogue_code WHERE list = ? AND code = ? ORDER BY since DESC LIMIT 1').get(it.list, it.code)
  if (last === undefined || (last['until'] === null) === it.isInForce) return null
  return transaction(db, () => {
    const release = releaseName(db, now)
    const seq = addRelease(db, release, now.toISOString())
    if (it.isInForce) putCodes(db, seq, [publishedCode(it.list, { ...last, change: null })])
    else db.prepare('UPDATE catalogue_code SET until = ? WHERE list = ? AND code = ? AND until IS NULL').run(seq, it.list, it.code)
    return release
  })
}

/**
 * Writes the codes that release `seq` adds or changes; a row equal to the one in force is skipped.
 * Gives how many were added and how many changed. Call within a transaction.
 */
export function putCodes(db: DatabaseSync, seq: number, codes: Iterable<CatalogueCode>) {
  const inForce = db.prepare('SELECT name_fa, name_en, detail FROM catalogue_code WHERE list = ? AND code = ? AND until IS NULL')
  const close = db.prepare('UPDATE catalogue_code SET until = ? WHERE list = ? AND code = ? AND until IS NULL')
  const insert = db.prepare('INSERT INTO catalogue_code (list, code, since, until, name_fa, name_en, detail) VALUES (?, ?, ?, NULL, ?, ?, ?)')
  const count = { added: 0, changed: 0 }
  for (const it of codes) {
    const detail = JSON.stringify(it.detail)
    const before = inForce.get(it.list, it.code)
    if (before?.['name_fa'] === it.nameFa && before['name_en'] === it.nameEn && before['detail'] === detail) continue
    if (before !== undefined) close.run(seq, it.list, it.code)
    insert.run(it.list, it.code, seq, it.nameFa, it.nameEn, detail)
    if (before === undefined) count.added++
    else count.changed++
  }
  return count
}

/** Adds the lists of which the catalogue holds no code yet; a code that moves to one of them leaves the list it stood in. Call within a transaction. */
export function addLists(db: DatabaseSync, seq: number, codes: readonly CatalogueCode[]): void {
  const leave = db.prepare(
    `UPDATE catalogue_code SET until = ? WHERE code = ? AND until IS NULL AND list IN (SELECT value FROM json_each(?))`,
  )
  for (const { code, list } of codes) leave.run(seq, code, JSON.stringify(serviceLists.filter((it) => it !== list)))
  putCodes(db, seq, codes)
}

/** Retires every code of a list that is in force and not among `kept`. Gives how many. Call within a transaction. */
export function retireOthers(db: DatabaseSync, seq: number, list: CodeList, kept: Iterable<string>): number {
  const { changes } = db
    .prepare('UPDATE catalogue_code SET until = ? WHERE list = ? AND until IS NULL AND code NOT IN (SELECT value FROM json_each(?))')
    .run(seq, list, JSON.stringify([...kept]))
  return Number(changes)
}

export interface Release {
  release: string
  publishedAt: string
  lists: { list: CodeList; count: number }[]
}

/** Every release, the oldest first, with how many codes of each list it holds. */
export function listReleases(db: DatabaseSync): Release[] {
  const countOf = db.prepare(`SELECT count(*) AS n FROM catalogue_code WHERE list = ? AND ${inForceAt('?2')}`)
  return db
    .prepare('SELECT seq, release, published_at FROM catalogue_release ORDER BY seq')
    .all()
    .map(({ seq, release, published_at }) => ({
      release: String(release),
      publishedAt: String(published_at),
      lists: codeLists.map((list) => ({ list, count: Number(countOf.get(list, Number(seq))?.['n']) })),
    }))
}

/** The place of a release among the others; null where there is no such release. */
export function releaseNumber(db: DatabaseSync, release: string): number | null {
  const row = db.prepare('SELECT seq FROM catalogue_release WHERE release = ?').get(release)
  return row === undefined ? null : Number(row['seq'])
}

export interface PageRequest {
  list: CodeList
  /** Codes after this one, in their order as text. */
  after: string
  limit: number
}

export type Change = 'added' | 'changed' | 'retired'
export type PublishedCode = CatalogueCode & { change: Change | null }

/** The codes of a list in force in release `seq`. */
export function codesAt(db: DatabaseSync, seq: number, { list, after, limit }: PageRequest): PublishedCode[] {
  return db
    .prepare(
      `SELECT code, name_fa, name_en, detail, NULL AS change FROM catalogue_code
       WHERE list = ?1 AND ${inForceAt('?2')} AND code > ?3 ORDER BY code LIMIT ?4`,
    )
    .all(list, seq, after, limit)
    .map((row) => publishedCode(list, row))
}

/** What release `seq` has otherwise than the earlier release `since`; a retired code as it last stood. */
export function changesBetween(db: DatabaseSync, since: number, seq: number, { list, after, limit }: PageRequest): PublishedCode[] {
  const side = (at: string) => `(SELECT * FROM catalogue_code WHERE list = ?1 AND code > ?4 AND ${inForceAt(at)})`
  return db
    .prepare(
      `SELECT coalesce(now.code, was.code) AS code, coalesce(now.name_fa, was.name_fa) AS name_fa,
         coalesce(now.name_en, was.name_en) AS name_en, coalesce(now.detail, was.detail) AS detail,
         CASE WHEN was.code IS NULL THEN 'added' WHEN now.code IS NULL THEN 'retired' ELSE 'changed' END AS change
       FROM ${side('?3')} AS now FULL JOIN ${side('?2')} AS was ON now.code = was.code
       WHERE now.since IS NOT was.since ORDER BY 1 LIMIT ?5`,
    )
    .all(list, since, seq, after, limit)
    .map((row) => publishedCode(list, row))
}

const inForceAt = (seq: string) => `since <= ${seq} AND (until IS NULL OR until > ${seq})`

function publishedCode(list: CodeList, row: Record<string, unknown>): PublishedCode {
  return {
    list,
    code: String(row['code']),
    nameFa: String(row['name_fa']),
    nameEn: String(row['name_en']),
    detail: JSON.parse(String(row['detail'])) as Record<string, unknown>,
    change: row['change'] as Change | null,
  }
}
