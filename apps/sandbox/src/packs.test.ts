import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test } from 'vitest'
import { ensureCatalogue } from './catalogue/store.ts'
import { packsSchema, seedPacks } from './packs.ts'

const seeded = (now: Date) => {
  const db = new DatabaseSync(':memory:')
  ensureCatalogue(db)
  db.exec(packsSchema)
  seedPacks(db, now)
  return db
}
const at = new Date('2026-11-25T08:00:00Z')
let db: DatabaseSync
beforeAll(() => void (db = seeded(at)))

const all = (from: DatabaseSync) =>
  from.prepare('SELECT p.*, a.auth_code FROM ttac_packs p JOIN ttac_auth_codes a ON a.uid = p.uid ORDER BY p.uid').all()

/** GS1 General Specifications 7.9: weights 3 and 1 from the right, the check digit last. */
const isGtin = (gtin: string) => [...gtin].reduce((sum, digit, place) => sum + Number(digit) * (place % 2 === 0 ? 3 : 1), 0) % 10 === 0

test('every drug has packs that may be handed over', () => {
  const without = db
    .prepare(
      `SELECT code FROM catalogue_code WHERE list = 'drug' AND until IS NULL AND code NOT IN
       (SELECT generic_code FROM ttac_packs WHERE state = 'in-market' AND expiry >= '2026-11-25')`,
    )
    .all()
  expect(without).toEqual([])
})

test('labels have the published shape, in synthetic ranges', () => {
  for (const { uid, gtin, auth_code } of all(db)) {
    expect(uid).toMatch(/^99\d{3}0\d{14}$/)
    expect(auth_code).toMatch(/^\d{16}$/)
    expect(String(gtin)).toMatch(/^002\d{11}$/)
    expect(isGtin(String(gtin))).toBe(true)
  }
})

test('a familiar drug also has one pack of each kind that must not be handed over', () => {
  const bad = db
    .prepare(`SELECT state, expiry < '2026-11-25' AS expired FROM ttac_packs WHERE generic_code = '90132' AND (state <> 'in-market' OR expiry < '2026-11-25')`)
    .all()
  expect(bad.map((row) => (row['expired'] === 1 ? 'expired' : row['state'])).sort()).toEqual(['expired', 'recalled', 'sold'])
})

test('the same labels come out every time', () => {
  expect(all(seeded(at))).toEqual(all(db))
})
