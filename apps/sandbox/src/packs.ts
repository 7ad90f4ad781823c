import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Drug } from './catalogue/drug.ts'
import { transaction } from './database.ts'

/** Packs in the market, shared with the insurer, who marks them sold; the codes under the scratch labels stand apart. */
export const packsSchema = `
  CREATE TABLE IF NOT EXISTS ttac_packs (
    uid TEXT PRIMARY KEY,
    gtin TEXT,
    irc TEXT,
    generic_code TEXT,
    batch TEXT,
    expiry TEXT,
    state TEXT,
    units INTEGER
  );
  CREATE INDEX IF NOT EXISTS ttac_packs_of_product ON ttac_packs (generic_code);
  CREATE TABLE IF NOT EXISTS ttac_auth_codes (auth_code TEXT PRIMARY KEY, uid TEXT NOT NULL UNIQUE) STRICT;
`

export interface SeededPack {
  uid: string
  authCode: string
  gtin: string
  batch: string
  expiry: string
  state: 'in-market' | 'sold' | 'recalled'
  units: number
}

const GENUINE_PACKS = 3

/** Every eightieth product also has one pack that must not be handed over, of each kind in turn. */
const spoilt = ['sold', 'recalled', 'expired'] as const

/** Packs of every drug of the catalogue. The same catalogue gives the same labels, so a printed sheet of them stays good. */
export function seedPacks(db: DatabaseSync, now: Date): void {
  if (db.prepare('SELECT 1 FROM ttac_packs LIMIT 1').get() !== undefined) return
  const drugs = db.prepare(`SELECT detail FROM catalogue_code WHERE list = 'drug' AND until IS NULL ORDER BY code`).all()
  const pack = db.prepare('INSERT INTO ttac_packs VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const code = db.prepare('INSERT INTO ttac_auth_codes VALUES (?, ?)')
  transaction(db, () => {
    for (const [index, row] of drugs.entries()) {
      const drug = JSON.parse(String(row['detail'])) as Drug
      for (const it of packsOf(drug, index, now.getUTCFullYear())) {
        pack.run(it.uid, it.gtin, drug.irc, drug.genericCode, it.batch, it.expiry, it.state, it.units)
        code.run(it.authCode, it.uid)
      }
    }
  })
}

export function packsOf(drug: Drug, index: number, year: number): SeededPack[] {
  const kind = index % 80 === 0 ? spoilt[(index / 80) % spoilt.length] : undefined
  const states = [...Array<'genuine'>(GENUINE_PACKS).fill('genuine'), ...(kind === undefined ? [] : [kind])]
  return states.map((state, serial) => {
    const uid = uidOf(drug, serial)
    return {
      uid,
      authCode: authCodeOf(uid),
      gtin: gtinOf(drug.genericCode),
      batch: `B${year - 2000}${String(index % 1_000).padStart(3, '0')}`,
      expiry: state === 'expired' ? `${year - 1}-08-31` : `${year + 2}-06-30`,
      state: state === 'sold' || state === 'recalled' ? state : 'in-market',
      units: /tablet|capsule|suppository/i.test(drug.formEn) ? 10 : 1,
    }
  })
}

/** Company prefix from the synthetic range 99xxx, level 0 (a unit pack), then product and serial number. */
const uidOf = ({ genericCode }: Drug, serial: number) => `99${genericCode.slice(-3)}0${genericCode}${String(serial + 1).padStart(9, '0')}`

const authCodeOf = (uid: string) =>
  String(BigInt(`0x${createHash('sha256').update(uid).digest('hex').slice(0, 16)}`) % 10n ** 16n).padStart(16, '0')

/** GS1 prefix 02 is kept for restricted circulation, so no real product has this number. */
function gtinOf(genericCode: string): string {
  const body = `002${genericCode.padStart(10, '0')}`
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
