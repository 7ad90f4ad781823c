import { randomInt } from 'node:crypto'
import * as z from 'zod'
import type { DoIdentifier } from '@noskhe/national-wire/data-objects'
import { toDoDate } from '@noskhe/national-wire/data-objects'
import { hidRefusal, insurerCoding } from '@noskhe/national-wire/eligibility'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import { refusal, success } from './answer.ts'
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
/** Reserved ones that a centre may hold unused of one insurer. */
const MOST_UNUSED = 20

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
  newborn: z.string().nullable(),
  siam_id: z.string(),
  day: z.string(),
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
  /** Whether an insurer registered a prescription on it, or in its visit: its person, centre and day. A private one is on none. */
  const isServed = ({ hid, person_kind, person_value, siam_id, day }: z.infer<typeof Row>): boolean =>
    db
      .prepare(
        `SELECT hid, registered_at FROM prescription_index
         WHERE insurer <> 'private'
           AND (hid = ?1 OR (hid IS NULL AND person_kind = ?2 AND person_value = ?3 AND coalesce(siam_id, ?4) = ?4))`,
      )
      .all(hid, person_kind, person_value, siam_id)
      .some((row) => row['hid'] === hid || jalaliDay(new Date(String(row['registered_at']))) === day)

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

    /** HIDs set aside for an outage; none while enough of the last ones are unused. */
    reserve(siamId: string, insurer: string, count: number) {
      const unused = db
        .prepare(
          `SELECT count(*) AS unused FROM hids WHERE siam_id = ? AND insurer = ? AND person_value IS NULL AND eliminated_because IS NULL
           AND valid_until >= ?`,
        )
        .get(siamId, insurer, today())
      if (Number(unused?.['unused']) + count > MOST_UNUSED) return refusal(hidRefusal.conflict, 'این مرکز هنوز شباد رزروشدهٔ استفاده‌نشدهٔ کافی دارد')
      const HIDs = Array.from({ length: count }, () => {
        const hid = newHid()
        insert.run(hid, insurer, siamId, null, null, null, null, today(), now().toISOString(), inDays(RESERVED_DAYS))
        return identifier(hid, insurer)
      })
      return success({ HIDs, ValidUntil: toDoDate(inDays(RESERVED_DAYS)) })
    },

    /** Gives a reserved HID its person. Telling the same visit again changes nothing and is no fault. */
    bind(hid: string, visit: Visit) {
      const row = find(hid)
      const refused = refusedBinding(row, visit, today())
      if (refused !== null) return refused
      const { changes } = db
        .prepare(
          `UPDATE OR IGNORE hids SET person_kind = ?, person_value = ?, newborn = ?, council_number = ?, valid_until = ?, day = ? WHERE hid = ?`,
        )
        .run(
          visit.person.kind, visit.person.value, visit.newborn, visit.councilNumber, inDays(VALID_DAYS),
          row === null || row.person_value === null ? today() : row.day, hid,
        )
      return changes === 1 ? success(true) : refusal(hidRefusal.conflict, 'برای این شخص در همین روز و همین مرکز شباد دیگری صادر شده است')
    },

    /** Takes back what served nobody. */
    eliminate(hid: string, siamId: string, reason: string) {
      const row = find(hid)
      if (row === null) return refusal(hidRefusal.unknown, 'شباد یافت نشد')
      if (row.siam_id !== siamId) return refusal(hidRefusal.foreign, 'این شباد از آن مرکز دیگری است')
      if (row.eliminated_because !== null) return refusal(hidRefusal.conflict, 'این شباد پیش‌تر ابطال شده است')
      if (isServed(row)) return refusal(hidRefusal.conflict, 'با این شباد نسخه ثبت شده است و ابطال آن شدنی نیست')
      db.prepare('UPDATE hids SET eliminated_because = ? WHERE hid = ?').run(reason, hid)
      return success(true)
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

/** Why this visit does not get this HID; null where it does. */
function refusedBinding(row: z.infer<typeof Row> | null, visit: Visit, today: string) {
  if (row === null) return refusal(hidRefusal.unknown, 'شباد یافت نشد')
  if (row.siam_id !== visit.siamId) return refusal(hidRefusal.foreign, 'این شباد از آن مرکز دیگری است')
  if (row.eliminated_because !== null) return refusal(hidRefusal.conflict, 'این شباد پیش‌تر ابطال شده است')
  if (row.insurer !== visit.insurer) return refusal(hidRefusal.conflict, 'این شباد نزد بیمه‌گر دیگری رزرو شده است')
  if (row.person_value === null) return row.valid_until < today ? refusal(hidRefusal.lapsed, 'مهلت این شباد رزروشده گذشته است') : null
  const isSame = row.person_kind === visit.person.kind && row.person_value === visit.person.value && row.newborn === visit.newborn
  return isSame ? null : refusal(hidRefusal.conflict, 'این شباد به شخص دیگری داده شده است')
}

const identifier = (hid: string, insurer: string): DoIdentifier => {
  const issuer = issuerOf(insurer)
  return { Issuer: issuer, Assigner: issuer, ID: hid, Type: 'HID' }
}

/** The shape most often seen in packets, 99999AA9AA; no check rule is public, so none is made up. */
function newHid(): string {
  return '99999AA9AA'.replace(/./g, (place) => (place === '9' ? String(randomInt(10)) : String.fromCharCode(65 + randomInt(26))))
}
