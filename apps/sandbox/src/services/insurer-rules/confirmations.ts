import { randomInt } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import type { DoIdentifier } from '@noskhe/national-wire/data-objects'
import type { AnalysisPoint } from '@noskhe/national-wire/insurer-rules'
import { one } from '../../database.ts'
import type { PersonIdentity } from '../../insured.ts'

/** Issued confirmations, for ever; `covers` names those of the services where it confirms a whole. */
export const confirmationsSchema = `
  CREATE TABLE IF NOT EXISTS rule_confirmation (
    id TEXT PRIMARY KEY,
    point TEXT NOT NULL,
    person_kind TEXT NOT NULL,
    person_value TEXT NOT NULL,
    siam_id TEXT NOT NULL,
    committer TEXT NOT NULL,
    composition TEXT NOT NULL,
    pkid TEXT,
    generic_code TEXT,
    product TEXT,
    count INTEGER,
    total INTEGER NOT NULL,
    insurer_share INTEGER NOT NULL,
    patient_share INTEGER NOT NULL,
    covers TEXT,
    rules TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT;
`

const HOUR = 3_600_000
/** A prescription is signed within the day, a counter is served within two hours, a review ends within a month. */
const lifeHours: Record<AnalysisPoint, number> = { 'before-prescribing': 24, 'before-service': 2, 'claim-review': 24 * 30 }

export const Confirmation = z.object({
  id: z.string(),
  point: z.enum(['before-prescribing', 'before-service', 'claim-review']),
  person_kind: z.string(),
  person_value: z.string(),
  siam_id: z.string(),
  committer: z.string(),
  composition: z.string(),
  pkid: z.string().nullable(),
  generic_code: z.string().nullable(),
  product: z.string().nullable(),
  count: z.number().nullable(),
  total: z.number(),
  insurer_share: z.number(),
  patient_share: z.number(),
  covers: z.string().nullable().transform((text) => (text === null ? null : z.array(z.string()).parse(JSON.parse(text)))),
  issued_at: z.string(),
  expires_at: z.string(),
})
export type Confirmation = z.output<typeof Confirmation>

/** To whom a confirmation is given: shown by or for anybody else it is a foreign one. */
export interface Holder {
  person: PersonIdentity
  siamId: string
  committer: string
}

interface Issued extends Holder {
  point: AnalysisPoint
  composition: string
  service: { pkid: string; genericCode: string; product: string; count: number } | null
  charges: { total: number; insurer: number; patient: number }
  covers: readonly string[] | null
  /** Id and version of every rule that was applied. */
  rules: readonly (readonly [string, number])[]
}

export const confirmationIdentifier = (id: string): DoIdentifier => ({ Issuer: 'ESATA', Assigner: 'ESATA', ID: id, Type: 'Rule_Confirmation_ID' })

export function issueConfirmation(db: DatabaseSync, at: Date, it: Issued): { id: string; expiresAt: string } {
  const id = newId(db)
  const expiresAt = new Date(at.getTime() + lifeHours[it.point] * HOUR).toISOString()
  db.prepare('INSERT INTO rule_confirmation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    id, it.point, it.person.kind, it.person.value, it.siamId, it.committer, it.composition, it.service?.pkid ?? null, it.service?.genericCode ?? null,
    it.service?.product ?? null, it.service?.count ?? null, it.charges.total, it.charges.insurer, it.charges.patient,
    it.covers === null ? null : JSON.stringify(it.covers), JSON.stringify(it.rules), at.toISOString(), expiresAt,
  )
  return { id, expiresAt }
}

export const findConfirmation = (db: DatabaseSync, id: string): Confirmation | null =>
  one(db, Confirmation, 'SELECT * FROM rule_confirmation WHERE id = ?', id)

/** The live confirmation of exactly these services as a whole; `covers` in order. Ids of services are one holder's, so its whole is too. */
export function findWhole(db: DatabaseSync, at: Date, { composition, covers }: { composition: string; covers: readonly string[] }) {
  const found = one(
    db, Confirmation, 'SELECT * FROM rule_confirmation WHERE composition = ? AND covers = ? AND expires_at > ?', composition, JSON.stringify(covers), at.toISOString(),
  )
  return found && { id: found.id, expiresAt: found.expires_at }
}

/** Whether it was given to these; nobody else is told anything of it. */
export const isHeldBy = (it: Confirmation, { person, siamId, committer }: Holder): boolean =>
  it.person_kind === person.kind && it.person_value === person.value && it.siam_id === siamId && it.committer === committer

export const isLive = (it: Confirmation, at: Date): boolean => it.expires_at > at.toISOString()

function newId(db: DatabaseSync): string {
  for (;;) {
    const id = `6${Array.from({ length: 15 }, () => randomInt(10)).join('')}`
    if (db.prepare('SELECT 1 FROM rule_confirmation WHERE id = ?').get(id) === undefined) return id
  }
}
