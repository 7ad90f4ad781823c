import type { webcrypto } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { one } from '../database.ts'
import { newKey, signingKey } from './authority.ts'

/** The private half of a person's certificate, on her phone: made there, never told to anybody. */
export const phoneKeysSchema = `
  CREATE TABLE IF NOT EXISTS phone_keys (national_code TEXT PRIMARY KEY, private_pkcs8 BLOB NOT NULL) STRICT`

const Row = z.object({ private_pkcs8: z.instanceof(Uint8Array) })

/** A new key for a new certificate, in place of the old one. */
export function makePhoneKey(db: DatabaseSync, nationalCode: string): webcrypto.CryptoKey {
  const { publicKey, pkcs8 } = newKey()
  db.prepare('INSERT OR REPLACE INTO phone_keys VALUES (?, ?)').run(nationalCode, pkcs8)
  return publicKey
}

export function phoneKey(db: DatabaseSync, nationalCode: string): webcrypto.CryptoKey | null {
  const row = one(db, Row, 'SELECT private_pkcs8 FROM phone_keys WHERE national_code = ?', nationalCode)
  return row && signingKey(Buffer.from(row.private_pkcs8))
}
