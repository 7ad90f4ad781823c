import type { DatabaseSync } from 'node:sqlite'
import type { CodeList } from './code.ts'

/** The range of synthetic codes is used up; nothing was written. */
export class NoFreeCode extends Error {}

/** Gives codes to what a file brings without one. The same thing gets the same code in every import, and none is reused. */
export interface CodeAssigner {
  /** By the drug's English name. @throws NoFreeCode after 99999. */
  drug(nameEn: string): string
  /** By LOINC. @throws NoFreeCode after 899999. */
  lab(loinc: string): string
  /** Whether the code stands in the list with a Persian name, which a file without one must not take away. */
  hasPersianName(list: CodeList, code: string): boolean
  /** Whether the drug stands with directions or Persian brands, which a file without these must not take away. */
  hasLocalKnowledge(code: string): boolean
}

export function openAssigner(db: DatabaseSync): CodeAssigner {
  const drugs = new Map(codesBy(db, 'drug', 'name_en'))
  const labs = new Map(codesBy(db, 'lab', `json_extract(detail, '$.loinc')`))
  const nextDrug = counter(highest(db, 'drug', '9'), 99_999)
  const nextLab = counter(Math.max(highest(db, 'lab', '89'), 890_999), 899_999)
  const persianName = db.prepare(`SELECT 1 FROM catalogue_code WHERE list = ? AND code = ? AND until IS NULL AND name_fa <> ''`)
  const localKnowledge = db.prepare(
    `SELECT 1 FROM catalogue_code WHERE list = 'drug' AND code = ? AND until IS NULL
     AND (json_extract(detail, '$.usualSig') <> '' OR json_array_length(detail, '$.brandsFa') > 0)`,
  )
  return {
    drug: (nameEn) => known(drugs, nameEn, nextDrug),
    lab: (loinc) => known(labs, loinc, nextLab),
    hasPersianName: (list, code) => persianName.get(list, code) !== undefined,
    hasLocalKnowledge: (code) => localKnowledge.get(code) !== undefined,
  }
}

const codesBy = (db: DatabaseSync, list: string, key: string): [string, string][] =>
  db
    .prepare(`SELECT ${key} AS name, code FROM catalogue_code WHERE list = ? ORDER BY since`)
    .all(list)
    .map((row) => [String(row['name']), String(row['code'])])

/** The highest code of the list that begins so, in force or retired. */
function highest(db: DatabaseSync, list: string, start: string): number {
  const row = db.prepare(`SELECT max(code) AS code FROM catalogue_code WHERE list = ? AND code LIKE ? || '%'`).get(list, start)
  return Number(row?.['code'] ?? 0)
}

function counter(last: number, end: number): () => string {
  let code = last
  return () => {
    if (code >= end) throw new NoFreeCode(`no free code up to ${end}`)
    return String(++code)
  }
}

function known(codes: Map<string, string>, name: string, next: () => string): string {
  const code = codes.get(name) ?? next()
  codes.set(name, code)
  return code
}
