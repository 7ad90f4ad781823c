import type { DatabaseSync } from 'node:sqlite'
import { Router } from 'express'
import * as z from 'zod'
import { PackRequest } from '@noskhe/national-wire/ttac'
import type { TtacPack } from '@noskhe/national-wire/ttac'
import { readBody, success } from '../answer.ts'
import type { Drug } from '../catalogue/drug.ts'
import { ensureCatalogue, findDrugOfAnyRelease } from '../catalogue/store.ts'
import { packsSchema, seedPacks } from '../packs.ts'
import type { Service } from '../service.ts'

/** Authenticity of a pack by its label or by the code under the scratch (8-11). */
export const ttac: Service = {
  name: 'ttac',
  title: 'تی‌تک — اصالت و رهگیری دارو',
  mount: '/ttac',
  schema: packsSchema,
  seed: ({ db, now }) => {
    ensureCatalogue(db)
    seedPacks(db, now())
  },
  routes: ({ db, now }) => {
    const router = Router()
    router.post('/packs/verify', (req, res) => {
      const body = readBody(PackRequest, req, res)
      if (body === null) return
      const row = 'uid' in body ? packByUid(db, body.uid) : packByAuthCode(db, body.authCode)
      res.json(success(row === null ? { state: 'unknown' } : { state: stateOf(row, now()), pack: toWire(db, row) }))
    })
    return router
  },
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
