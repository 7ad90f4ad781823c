import type { DatabaseSync } from 'node:sqlite'
import { transaction } from '../database.ts'
import { serviceLists, type CatalogueService, type CodeList, type Interaction } from './code.ts'
import type { Drug } from './drug.ts'
import { addLists, addRelease, catalogueSchema, putCodes, releaseName } from './releases.ts'
import { readShippedRelease } from './shipped.ts'

/**
 * Loads the shipped release into a database that has none. Lists that came to the product later are published as a release of
 * their own where they are missing. Idempotent; what was imported is left alone.
 */
export function ensureCatalogue(db: DatabaseSync): void {
  db.exec(catalogueSchema)
  if (db.prepare('SELECT 1 FROM catalogue_release LIMIT 1').get() !== undefined) return publishNewLists(db)
  const shipped = readShippedRelease()
  transaction(db, () => {
    const seq = addRelease(db, shipped.release, shipped.publishedAt)
    putCodes(db, seq, shipped.codes)
    const insert = db.prepare('INSERT INTO catalogue_interaction VALUES (?, ?, ?, ?, ?)')
    for (const it of shipped.interactions) insert.run(it.innA, it.innB, it.severity, it.effectFa, it.actionFa)
  })
}

const NEW_LISTS_AT = new Date('2026-11-25T00:00:00+03:30')

function publishNewLists(db: DatabaseSync): void {
  const held = new Set(db.prepare('SELECT DISTINCT list FROM catalogue_code').all().map((row) => String(row['list'])))
  const missing = readShippedRelease().codes.filter(({ list }) => !held.has(list))
  if (missing.length === 0) return
  transaction(db, () => addLists(db, addRelease(db, releaseName(db, NEW_LISTS_AT), NEW_LISTS_AT.toISOString()), missing))
}

/** The drug in force with this five-digit generic code; null where there is none. */
export function findDrug(db: DatabaseSync, genericCode: string): Drug | null {
  return drugOf(db.prepare(`SELECT detail FROM catalogue_code WHERE list = 'drug' AND code = ? AND until IS NULL`).get(genericCode))
}

/** As `findDrug`, but also a drug that a later release retired, as it last stood: what was registered is still dispensed. */
export function findDrugOfAnyRelease(db: DatabaseSync, genericCode: string): Drug | null {
  return drugOf(db.prepare(`SELECT detail FROM catalogue_code WHERE list = 'drug' AND code = ? ORDER BY since DESC LIMIT 1`).get(genericCode))
}

/** The drug in force whose reference product has this sixteen-digit licence code; null where there is none. */
export function findDrugByIrc(db: DatabaseSync, irc: string): Drug | null {
  return drugOf(
    db.prepare(`SELECT detail FROM catalogue_code WHERE list = 'drug' AND json_extract(detail, '$.irc') = ? AND until IS NULL`).get(irc),
  )
}

/** What is no drug and in force with this six-digit code, a specialty by the number of its referral too; null where there is none. */
export function findService(db: DatabaseSync, code: string): CatalogueService | null {
  const row = db
    .prepare(
      `SELECT detail FROM catalogue_code WHERE until IS NULL AND list IN (SELECT value FROM json_each(?1))
         AND (code = ?2 OR list = 'specialty' AND json_extract(detail, '$.localCode') = ?2)`,
    )
    .get(JSON.stringify(serviceLists), code)
  return row === undefined ? null : serviceOf(row)
}

/** Every service in force of these lists, by list and code. */
export const servicesInForce = (db: DatabaseSync, lists: readonly CatalogueService['kind'][]): CatalogueService[] =>
  db
    .prepare('SELECT detail FROM catalogue_code WHERE list IN (SELECT value FROM json_each(?)) AND until IS NULL ORDER BY list, code')
    .all(JSON.stringify(lists))
    .map(serviceOf)

/** A row of before the lists of services has neither synonyms nor teeth. */
const serviceOf = (row: Record<string, unknown>): CatalogueService => ({
  also: [],
  needsTooth: null,
  ...(JSON.parse(String(row['detail'])) as Omit<CatalogueService, 'also' | 'needsTooth'>),
})

/**
 * Drugs in force whose names, brands or codes hold every word of `text`, covered ones first. This is the plain search
 * that insurers offer; it is not the product's own.
 */
export function searchDrugs(db: DatabaseSync, text: string, limit: number): Drug[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  const holds = words.map(() => `lower(${searchedText}) LIKE ? ESCAPE '\\'`).join(' AND ')
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  return db
    .prepare(
      `SELECT detail FROM catalogue_code WHERE list = 'drug' AND until IS NULL AND ${holds}
       ORDER BY json_extract(detail, '$.isCovered') DESC, name_en LIMIT ?`,
    )
    .all(...patterns, limit)
    .flatMap((row) => drugOf(row) ?? [])
}

/** Codes of any list by a part of their name or by their code, retired ones too, each as it last stood. */
export function findByText(db: DatabaseSync, text: string, limit: number): { list: CodeList; code: string; nameFa: string; isInForce: boolean }[] {
  return db
    .prepare(
      `SELECT list, code, name_fa, until FROM catalogue_code AS it
       WHERE since = (SELECT max(since) FROM catalogue_code WHERE list = it.list AND code = it.code)
         AND (code = ?1 OR instr(name_fa, ?1) OR instr(lower(name_en), lower(?1))) ORDER BY list, name_en LIMIT ?2`,
    )
    .all(text.trim(), limit)
    .map((row) => ({ list: row['list'] as CodeList, code: String(row['code']), nameFa: String(row['name_fa']), isInForce: row['until'] === null }))
}

const searchedText = ['name_en', 'name_fa', 'code', ...['irc', 'brandsEn', 'brandsFa'].map((key) => `json_extract(detail, '$.${key}')`)].join(
  ` || ' ' || `,
)

/** The known interactions between any two of these ingredients (lower-case English names), the worst first. */
export function interactionsAmong(db: DatabaseSync, inns: readonly string[]): Interaction[] {
  const list = JSON.stringify(inns)
  return db
    .prepare(
      `SELECT inn_a, inn_b, severity, effect_fa, action_fa FROM catalogue_interaction
       WHERE inn_a IN (SELECT value FROM json_each(?)) AND inn_b IN (SELECT value FROM json_each(?))
       ORDER BY CASE severity WHEN 'contraindicated' THEN 0 WHEN 'major' THEN 1 WHEN 'moderate' THEN 2 ELSE 3 END, inn_a, inn_b`,
    )
    .all(list, list)
    .map((row) => ({
      innA: String(row['inn_a']),
      innB: String(row['inn_b']),
      severity: row['severity'] as Interaction['severity'],
      effectFa: String(row['effect_fa']),
      actionFa: String(row['action_fa']),
    }))
}

function drugOf(row: Record<string, unknown> | undefined): Drug | null {
  return row === undefined ? null : (JSON.parse(String(row['detail'])) as Drug)
}
