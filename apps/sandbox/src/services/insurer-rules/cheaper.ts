import type { DatabaseSync } from 'node:sqlite'
import type { Drug } from '../../catalogue/drug.ts'
import { findDrug } from '../../catalogue/store.ts'

/** Forms that one may stand for another without a word about how it is taken. */
const PLAIN = ['TABLET', 'CAPSULE']

/** The covered drug of the same ingredient and strength in another plain form that costs least; null where none costs less. */
export function cheaperThan(db: DatabaseSync, drug: Drug): Drug | null {
  if (!PLAIN.includes(drug.formEn)) return null
  const row = db
    .prepare(
      `SELECT code FROM catalogue_code WHERE list = 'drug' AND until IS NULL AND json_extract(detail, '$.isCovered') = 1
         AND json_extract(detail, '$.innEn') = ? AND json_extract(detail, '$.strength') = ? AND json_extract(detail, '$.routeEn') = ?
         AND json_extract(detail, '$.formEn') IN (SELECT value FROM json_each(?)) AND json_extract(detail, '$.basePrice') < ?
       ORDER BY json_extract(detail, '$.basePrice'), code LIMIT 1`,
    )
    .get(drug.innEn, drug.strength, drug.routeEn, JSON.stringify(PLAIN), drug.basePrice)
  return row === undefined ? null : findDrug(db, String(row['code']))
}
