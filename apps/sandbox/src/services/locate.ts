import type { DatabaseSync } from 'node:sqlite'
import { Router } from 'express'
import * as z from 'zod'
import { insurerCoding } from '@noskhe/national-wire/eligibility'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import { LocateRequest } from '@noskhe/national-wire/locate'
import { readBody, success, unknownRefusal } from '../answer.ts'
import { toIdentifier } from '../insured.ts'
import { prescriptionIndexSchema } from '../prescription-index.ts'
import type { Service } from '../service.ts'

/** Finds the insurer that keeps a prescription, by HID or tracking code (9-2-3). */
export const locate: Service = {
  name: 'locate',
  title: 'یافتن نسخه میان بیمه‌گران',
  mount: '/locate',
  schema: prescriptionIndexSchema,
  seed: () => {},
  unknownAnswer: unknownRefusal,
  routes: ({ db }) => {
    const router = Router()
    router.post('/prescriptions', (req, res) => {
      const body = readBody(LocateRequest, req, res)
      if (body === null) return
      const rows = 'hid' in body ? byHid(db, body.hid) : byTrackingCode(db, body.trackingCode)
      res.json(success(rows.map((row) => ({
        insurer: insurerCoding[row.insurer].code,
        person: toIdentifier(row.person_kind, row.person_value),
        trackingCode: row.tracking_code,
        visitRef: row.visit_ref,
        registeredAt: row.registered_at,
      }))))
    })
    return router
  },
}

const Kind = z.enum(['national-code', 'fida', 'unique-id', 'insurance-code'])
const Row = z.object({
  insurer: z.enum(['salamat', 'tamin', 'armed-forces', 'private']),
  tracking_code: z.string(),
  visit_ref: z.string().nullable(),
  person_kind: Kind,
  person_value: z.string(),
  registered_at: z.string(),
})

const byTrackingCode = (db: DatabaseSync, trackingCode: string) =>
  z.array(Row).parse(db.prepare('SELECT * FROM prescription_index WHERE tracking_code = ?').all(trackingCode))

/**
 * Rows that name the HID, and rows without one that were registered in its visit: its person, its day, its centre where the
 * row names a centre.
 */
function byHid(db: DatabaseSync, hid: string) {
  const visit = db.prepare('SELECT * FROM hids WHERE hid = ? AND person_value IS NOT NULL').get(hid)
  const named = z.array(Row).parse(db.prepare('SELECT * FROM prescription_index WHERE hid = ?').all(hid))
  if (visit === undefined) return named
  const ofPerson = db
    .prepare(
      `SELECT * FROM prescription_index
       WHERE hid IS NULL AND person_kind = ? AND person_value = ? AND coalesce(siam_id, ?3) = ?3`,
    )
    .all(String(visit['person_kind']), String(visit['person_value']), String(visit['siam_id']))
  const ofVisit = z.array(Row).parse(ofPerson).filter((row) => jalaliDay(new Date(row.registered_at)) === visit['day'])
  return [...named, ...ofVisit]
}
