import { randomInt } from 'node:crypto'
import * as z from 'zod'
import type { DoIdentifier } from '@noskhe/national-wire/data-objects'
import { toDoDate } from '@noskhe/national-wire/data-objects'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import { transaction } from './database.ts'
import { issuerOf, toIdentifier } from './insured.ts'
import type { PersonIdentity } from './insured.ts'
import type { SandboxContext } from './service.ts'

/** One HID for a person, a centre and a day (A06). A reserved one has no person until it is bound. */
export const hidsSchema = `
  CREATE TABLE IF NOT EXISTS hids (
    hid TEXT PRIMARY KEY,
    insurer TEXT NOT NULL,
    siam_id TEXT NOT NULL,
    council_number TEXT,
    person_kind TEXT,
    person_value TEXT,
    newborn TEXT,
    day TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    eliminated_because TEXT
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS one_hid_a_visit
    ON hids (person_kind, person_value, coalesce(newborn, ''), siam_id, day)
    WHERE person_value IS NOT NULL AND eliminated_because IS NULL;
`

/** A HID may be served against this long; reserved ones must be bound within two days. */
const VALID_DAYS = 90
const RESERVED_DAYS = 2

interface Visit {
  person: PersonIdentity
  newborn: string | null
  siamId: string
  councilNumber: string
  /** Code of thritaEHR.insurer. */
  insurer: string
}

const Row = z.object({
  hid: z.string(),
  insurer: z.string(),
  person_kind: z.enum(['national-code', 'fida', 'unique-id', 'insurance-code']).nullable(),
  person_value: z.string().nullable(),
  valid_until: z.string(),
  eliminated_because: z.string().nullable(),
})

export function hidsOf({ db, now }: SandboxContext) {
  const today = () => jalaliDay(now())
  const inDays = (days: number) => jalaliDay(new Date(now().getTime() + days * 86_400_000))
  const find = (hid: string) => {
    const row = db.prepare('SELECT * FROM hids WHERE hid = ?').get(hid)
    return row === undefined ? null : Row.parse(row)
  }
  const insert = db.prepare(
    `INSERT INTO hids (hid, insurer, siam_id, council_number, person_kind, person_value, newborn, day, issued_at, valid_until)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )

  return {
    /** The HID of this visit: the one given earlier the same day, or a new one. */
    issue(visit: Visit): DoIdentifier {
      return transaction(db, () => {
        const earlier = db
          .prepare(
            `SELECT * FROM hids WHERE person_kind = ? AND person_value = ? AND coalesce(newborn, '') = ? AND siam_id = ? AND day = ?
             AND eliminated_because IS NULL`,
          )
          .get(visit.person.kind, visit.person.value, visit.newborn ?? '', visit.siamId, today())
        if (earlier !== undefined) {
          const { hid, insurer } = Row.parse(earlier)
          return identifier(hid, insurer)
        }
        const hid = newHid()
        insert.run(
          hid, visit.insurer, visit.siamId, visit.councilNumber, visit.person.kind, visit.person.value, visit.newborn, today(),
          now().toISOString(), inDays(VALID_DAYS),
        )
        return identifier(hid, visit.insurer)
      })
    },

    /** HIDs set aside for an outage. */
    reserve(siamId: string, insurer: string, count: number) {
      const HIDs = Array.from({ length: count }, () => {
        const hid = newHid()
        insert.run(hid, insurer, siamId, null, null, null, null, today(), now().toISOString(), inDays(RESERVED_DAYS))
        return identifier(hid, insurer)
      })
      return { HIDs, ValidUntil: toDoDate(inDays(RESERVED_DAYS)) }
    },

    /** Gives a reserved HID its person; false where it is not a live reserved one of this centre. */
    bind(hid: string, visit: Visit): boolean {
      const { changes } = db
        .prepare(
          `UPDATE OR IGNORE hids SET person_kind = ?, person_value = ?, council_number = ?, insurer = ?, valid_until = ?
           WHERE hid = ? AND siam_id = ? AND person_value IS NULL AND eliminated_because IS NULL AND valid_until >= ?`,
        )
        .run(visit.person.kind, visit.person.value, visit.councilNumber, visit.insurer, inDays(VALID_DAYS), hid, visit.siamId, today())
      return changes === 1
    },

    eliminate(hid: string, reason: string): boolean {
      return db.prepare('UPDATE hids SET eliminated_because = ? WHERE hid = ? AND eliminated_because IS NULL').run(reason, hid).changes === 1
    },

    /** Null where it was never issued to a person. */
    verify(hid: string, on: string) {
      const row = find(hid)
      if (row === null || row.person_kind === null || row.person_value === null) return null
      const State = row.eliminated_because !== null ? 'Eliminated' : row.valid_until < on ? 'Expired' : 'Active'
      const insurer = Object.values(insurerCoding).find((it) => it.code === row.insurer)
      return {
        HID: identifier(hid, row.insurer),
        PersonID: toIdentifier(row.person_kind, row.person_value),
        InsurerID: { Value: insurer?.title ?? '', Terminology_id: 'thritaEHR.insurer', Coded_string: row.insurer },
        State,
      }
    },
  }
}

const identifier = (hid: string, insurer: string): DoIdentifier => {
  const issuer = issuerOf(insurer)
  return { Issuer: issuer, Assigner: issuer, ID: hid, Type: 'HID' }
}

/** The shape most often seen in packets, 99999AA9AA; no check rule is public, so none is made up. */
function newHid(): string {
  return '99999AA9AA'.replace(/./g, (place) => (place === '9' ? String(randomInt(10)) : String.fromCharCode(65 + randomInt(26))))
}
