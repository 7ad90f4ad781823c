import type { DatabaseSync } from 'node:sqlite'
import { Router } from 'express'
import * as z from 'zod'
import { PackRequest } from '@noskhe/national-wire/ttac'
import type { TtacPack } from '@noskhe/national-wire/ttac'
import { readBody, success } from '../answer.ts'
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
function stateOf({ state, expiry }: Row, at: Date) {
  if (state === 'recalled') return 'recalled'
  if (state === 'sold') return 'sold'
  return expiry < at.toISOString().slice(0, 10) ? 'expired' : 'genuine'
}

function toWire(db: DatabaseSync, row: Row): TtacPack {
  const { uid, gtin, irc, generic_code: genericCode, batch, expiry, units } = row
  return { uid, gtin, irc, genericCode, productName: findDrugOfAnyRelease(db, genericCode)?.nameFa ?? genericCode, batch, expiry, units }
}

/** Drugs most often dispensed, whose packs are offered for trying out. */
const familiar = ['amoxicillin', 'metformin', 'atorvastatin', 'losartan', 'acetaminophen', 'ibuprofen', 'omeprazole', 'azithromycin', 'salbutamol', 'levothyroxine']

/** A few labels for the page: genuine packs of familiar drugs, and one of each kind that must not be handed over. */
export function samplePacks(db: DatabaseSync, at: Date) {
  const genuine = familiar.flatMap((inn) =>
    db
      .prepare(
        `SELECT p.* FROM ttac_packs p JOIN catalogue_code c ON c.list = 'drug' AND c.code = p.generic_code AND c.until IS NULL
         WHERE lower(json_extract(c.detail, '$.innEn')) = ? AND p.state = 'in-market' AND p.expiry >= ? ORDER BY p.uid LIMIT 2`,
      )
      .all(inn, at.toISOString().slice(0, 10)),
  )
  const spoilt = ['sold', 'recalled'].flatMap((state) => db.prepare('SELECT * FROM ttac_packs WHERE state = ? ORDER BY uid LIMIT 1').all(state))
  const expired = db.prepare(`SELECT * FROM ttac_packs WHERE state = 'in-market' AND expiry < ? ORDER BY uid LIMIT 1`).all(at.toISOString().slice(0, 10))
  return [...genuine, ...spoilt, ...expired].map((row) => {
    const pack = Row.parse(row)
    const { productName, genericCode } = toWire(db, pack)
    const code = db.prepare('SELECT auth_code FROM ttac_auth_codes WHERE uid = ?').get(pack.uid)
    return { uid: pack.uid, authCode: String(code?.['auth_code']), genericCode, productName, state: stateOf(pack, at) }
  })
}
