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
  CREATE TABLE IF NOT EXISTS ttac_holds (uid TEXT PRIMARY KEY, siam_id TEXT NOT NULL, until TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS ttac_sales (uid TEXT PRIMARY KEY, siam_id TEXT NOT NULL, sale_ref TEXT NOT NULL) STRICT;
`

interface SeededPack {
  uid: string
  authCode: string
  gtin: string
  batch: string
  expiry: string
  state: 'in-market' | 'sold' | 'recalled'
  units: number
}

/** Products most often dispensed: they have packs enough for many trials, and one of each kind that must not be handed over. */
const familiarProducts: readonly [inn: string, strength: string, form: string][] = [
  ['amoxicillin', '500 mg', 'CAPSULE'],
  ['acetaminophen', '500 mg', 'TABLET'],
  ['metformin', '500 mg', 'TABLET'],
  ['atorvastatin', '20 mg', 'TABLET'],
  ['losartan', '50 mg', 'TABLET'],
  ['ibuprofen', '400 mg', 'TABLET'],
  ['azithromycin', '500 mg', 'TABLET'],
  ['omeprazole', '20 mg', 'CAPSULE, DELAYED RELEASE PELLETS'],
  ['cetirizine', '10 mg', 'TABLET'],
  ['salbutamol', '100 mcg/dose', 'AEROSOL, METERED'],
]

const isFamiliar = ({ innEn, strength, formEn }: Drug): boolean =>
  familiarProducts.some(([inn, ofStrength, form]) => inn === innEn.toLowerCase() && ofStrength === strength && form === formEn)

const GENUINE_PACKS = 3
const GENUINE_FAMILIAR_PACKS = 12

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

function packsOf(drug: Drug, index: number, year: number): SeededPack[] {
  const genuine = (count: number) => Array<'genuine'>(count).fill('genuine')
  const states = isFamiliar(drug)
    ? ([...genuine(GENUINE_FAMILIAR_PACKS), 'sold', 'recalled', 'expired'] as const)
    : genuine(GENUINE_PACKS)
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

/** Sells a pack; false where somebody else sold it since it was inquired. */
export const markSold = (db: DatabaseSync, uid: string): boolean =>
  db.prepare(`UPDATE ttac_packs SET state = 'sold' WHERE uid = ? AND state = 'in-market'`).run(uid).changes === 1

/** Gives a sold pack back to the market; false where it was not sold. */
export const markInMarket = (db: DatabaseSync, uid: string): boolean =>
  db.prepare(`UPDATE ttac_packs SET state = 'in-market' WHERE uid = ? AND state = 'sold'`).run(uid).changes === 1

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
