import type { DatabaseSync } from 'node:sqlite'
import { Router } from 'express'
import * as z from 'zod'
import { PackHoldRequest, PackRequest, PackReturnRequest, PackSaleRequest } from '@noskhe/national-wire/ttac'
import type { TtacPack } from '@noskhe/national-wire/ttac'
import { readBody, success, unknownWords } from '../answer.ts'
import type { Drug } from '../catalogue/drug.ts'
import { ensureCatalogue, findDrugOfAnyRelease } from '../catalogue/store.ts'
import { markInMarket, markSold, packsSchema, seedPacks } from '../packs.ts'
import { transaction } from '../database.ts'
import type { Service } from '../service.ts'

/** Authenticity of a pack by its label or by the code under the scratch, and who has it in hand (8-11). */
export const ttac: Service = {
  name: 'ttac',
  title: 'تی‌تک — اصالت و رهگیری دارو',
  mount: '/ttac',
  schema: packsSchema,
  seed: ({ db, now }) => {
    ensureCatalogue(db)
    seedPacks(db, now())
  },
  unknownAnswer: unknownWords({ state: 'quarantined' }),
  routes: ({ db, now }) => {
    const router = Router()
    router.post('/packs/verify', (req, res) => {
      const body = readBody(PackRequest, req, res)
      if (body === null) return
      const row = 'uid' in body ? packByUid(db, body.uid) : packByAuthCode(db, body.authCode)
      res.json(success(row === null ? { state: 'unknown' } : { state: stateOf(row, now()), pack: toWire(db, row) }))
    })
    router.post('/packs/hold', (req, res) => {
      const body = readBody(PackHoldRequest, req, res)
      if (body !== null) res.json(success(transaction(db, () => holdPack(db, body, now()))))
    })
    router.post('/packs/sale', (req, res) => {
      const body = readBody(PackSaleRequest, req, res)
      if (body !== null) res.json(success(transaction(db, () => sellPack(db, body, now()))))
    })
    router.post('/packs/return', (req, res) => {
      const body = readBody(PackReturnRequest, req, res)
      if (body !== null) res.json(success(transaction(db, () => returnPack(db, body))))
    })
    return router
  },
}

type Holding = z.infer<typeof PackHoldRequest>
type Sale = z.infer<typeof PackSaleRequest>

/** As long as a counter may take over one delivery. */
const HOLD_MS = 30 * 60_000

function holdPack(db: DatabaseSync, { uid, siamId }: Holding, at: Date) {
  const obstacle = obstacleTo(db, { uid, siamId }, at)
  if (obstacle !== null) return { state: obstacle }
  const until = new Date(at.getTime() + HOLD_MS).toISOString()
  db.prepare('INSERT OR REPLACE INTO ttac_holds VALUES (?, ?, ?)').run(uid, siamId, until)
  return { state: 'held' as const, until }
}

function sellPack(db: DatabaseSync, { uid, siamId, saleRef }: Sale, at: Date) {
  const isRepeat = db.prepare('SELECT 1 FROM ttac_sales WHERE uid = ? AND siam_id = ? AND sale_ref = ?').get(uid, siamId, saleRef) !== undefined
  if (isRepeat) return { state: 'sold-to-patient' as const }
  const obstacle = obstacleTo(db, { uid, siamId }, at)
  if (obstacle !== null) return { state: obstacle }
  markSold(db, uid)
  db.prepare('DELETE FROM ttac_holds WHERE uid = ?').run(uid)
  db.prepare('INSERT OR REPLACE INTO ttac_sales VALUES (?, ?, ?)').run(uid, siamId, saleRef)
  return { state: 'sold-to-patient' as const }
}

function returnPack(db: DatabaseSync, { uid, siamId, saleRef }: z.infer<typeof PackReturnRequest>) {
  const ended =
    saleRef === null
      ? db.prepare('DELETE FROM ttac_holds WHERE uid = ? AND siam_id = ?').run(uid, siamId)
      : db.prepare('DELETE FROM ttac_sales WHERE uid = ? AND siam_id = ? AND sale_ref = ?').run(uid, siamId, saleRef)
  if (ended.changes === 0) return { state: 'not-yours' as const }
  if (saleRef !== null) markInMarket(db, uid)
  return { state: 'in-market' as const }
}

/** What keeps this centre from taking the pack in hand; null where nothing does. */
function obstacleTo(db: DatabaseSync, { uid, siamId }: Holding, at: Date) {
  const row = packByUid(db, uid)
  if (row === null) return 'unknown'
  const state = stateOf(row, at)
  if (state !== 'genuine') return state
  const other = db.prepare('SELECT 1 FROM ttac_holds WHERE uid = ? AND siam_id <> ? AND until > ?').get(uid, siamId, at.toISOString())
  return other === undefined ? null : 'held-elsewhere'
}

const Row = z.object({
  uid: z.string(),
  gtin: z.string(),
  irc: z.string(),
  generic_code: z.string(),
  batch: z.string(),
  expiry: z.string(),
  state: z.enum(['in-market', 'sold', 'recalled']),
  units: z.number(),
})
type Row = z.infer<typeof Row>

const packByUid = (db: DatabaseSync, uid: string): Row | null =>
  Row.nullable().parse(db.prepare('SELECT * FROM ttac_packs WHERE uid = ?').get(uid) ?? null)

const packByAuthCode = (db: DatabaseSync, authCode: string): Row | null =>
  Row.nullable().parse(
    db.prepare('SELECT p.* FROM ttac_packs p JOIN ttac_auth_codes c ON c.uid = p.uid WHERE c.auth_code = ?').get(authCode) ?? null,
  )

/** The worst first: a recalled pack is recalled whether or not it was sold. */
function stateOf({ state, expiry }: Row, at: Date): 'genuine' | 'sold' | 'expired' | 'recalled' {
  if (state === 'recalled') return 'recalled'
  if (state === 'sold') return 'sold'
  return expiry < at.toISOString().slice(0, 10) ? 'expired' : 'genuine'
}

function toWire(db: DatabaseSync, row: Row): TtacPack {
  const { uid, gtin, irc, generic_code: genericCode, batch, expiry, units } = row
  return { uid, gtin, irc, genericCode, productName: findDrugOfAnyRelease(db, genericCode)?.nameFa ?? genericCode, batch, expiry, units }
}

/** Labels for the page and for tests: the packs of familiar products, good and spoilt ones. */
export function samplePacks(db: DatabaseSync, at: Date) {
  const rows = db
    .prepare(
      `SELECT p.*, a.auth_code, c.detail FROM ttac_packs p
       JOIN ttac_auth_codes a ON a.uid = p.uid
       JOIN catalogue_code c ON c.list = 'drug' AND c.code = p.generic_code AND c.until IS NULL
       WHERE p.generic_code IN (SELECT generic_code FROM ttac_packs GROUP BY generic_code HAVING count(*) > 3)
       ORDER BY p.generic_code, p.uid`,
    )
    .all()
  return rows.map((row) => {
    const pack = Row.parse(row)
    const { nameFa } = JSON.parse(String(row['detail'])) as Drug
    const { uid, generic_code: genericCode, units } = pack
    return { uid, authCode: String(row['auth_code']), genericCode, productName: nameFa, units, state: stateOf(pack, at) }
  })
}
