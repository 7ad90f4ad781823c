import 'reflect-metadata'
import type { DatabaseSync } from 'node:sqlite'
import type * as x509 from '@peculiar/x509'
import * as z from 'zod'
import { all, one } from '../database.ts'

/** What was issued, for ever; a certificate that was revoked or has run out stays in the book. */
export const certificatesSchema = `
  CREATE TABLE IF NOT EXISTS health_ca_certificates (
    serial TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    certificate BLOB NOT NULL,
    issued_at TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    revoked_at TEXT,
    reason TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS health_ca_by_holder ON health_ca_certificates (holder, issued_at)`

/** Numbers of RFC 5280 §5.3.1. */
export const reasonCode = { unspecified: 0, keyCompromise: 1, affiliationChanged: 3, superseded: 4, cessationOfOperation: 5 } as const
export type Reason = keyof typeof reasonCode

const Row = z.object({
  serial: z.string(),
  holder: z.string(),
  certificate: z.instanceof(Uint8Array),
  issued_at: z.string(),
  valid_until: z.string(),
  revoked_at: z.string().nullable(),
  reason: z.enum(Object.keys(reasonCode) as Reason[]).nullable(),
})
export type IssuedRow = z.infer<typeof Row>

/** Whose a certificate is: a person by national code, a centre by SIAM id. */
export const memberKey = (nationalCode: string): string => `person:${nationalCode}`
export const centreKey = (siamId: string): string => `centre:${siamId}`

export function keepIssued(db: DatabaseSync, holder: string, certificate: x509.X509Certificate, at: Date): void {
  db.prepare('INSERT INTO health_ca_certificates (serial, holder, certificate, issued_at, valid_until) VALUES (?, ?, ?, ?, ?)')
    .run(certificate.serialNumber, holder, new Uint8Array(certificate.rawData), at.toISOString(), certificate.notAfter.toISOString())
}

/** The last one issued to a holder, whatever became of it. */
export const newestOf = (db: DatabaseSync, holder: string): IssuedRow | null =>
  one(db, Row, 'SELECT * FROM health_ca_certificates WHERE holder = ? ORDER BY issued_at DESC, rowid DESC LIMIT 1', holder)

export const findIssued = (db: DatabaseSync, serial: string): IssuedRow | null =>
  one(db, Row, 'SELECT * FROM health_ca_certificates WHERE serial = ?', serial)

export const allRevoked = (db: DatabaseSync): IssuedRow[] =>
  all(db, Row, 'SELECT * FROM health_ca_certificates WHERE revoked_at IS NOT NULL ORDER BY revoked_at')

/** The instant from which it is revoked; asked twice, the first counts. Null where nobody was issued such a one. */
export function markRevoked(db: DatabaseSync, serial: string, reason: Reason, at: Date): string | null {
  db.prepare('UPDATE health_ca_certificates SET revoked_at = ?, reason = ? WHERE serial = ? AND revoked_at IS NULL').run(at.toISOString(), reason, serial)
  return findIssued(db, serial)?.revoked_at ?? null
}

export const isInForce = ({ revoked_at: revokedAt, valid_until: validUntil }: IssuedRow, at: Date): boolean =>
  revokedAt === null && validUntil > at.toISOString()
