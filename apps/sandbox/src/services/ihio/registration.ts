import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { identityKindOf } from '../../insured.ts'
import { indexPrescription } from '../../prescription-index.ts'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { isCheckCode, newTrackingCode } from './codes.ts'
import { OrderCheck, Partner, Prescription, one } from './rows.ts'
import type { Samad } from './rows.ts'

const Count = z.object({ n: z.number() })

export const savedUnder = ({ db }: Call, samad: string) => one(db, Prescription, 'SELECT * FROM ihio_prescription WHERE samad = ?', samad)

export const isPaper = (db: DatabaseSync, samad: string) => db.prepare('SELECT 1 FROM ihio_paper WHERE samad = ?').get(samad) !== undefined

/** Gives the prescription under a SAMAD its tracking code and tells the index of all insurers; its lines were taken before. */
export function registerPrescription(call: Call, samad: Samad): { trackingCode: string; sequence: number } {
  const { db, now } = call
  const trackingCode = freeTrackingCode(call, samad.national_number)
  const sequence = (one(db, Count, 'SELECT coalesce(max(sequence), 0) AS n FROM ihio_prescription')?.n ?? 0) + 1
  db.prepare('INSERT INTO ihio_prescription VALUES (?, ?, ?, ?, ?)').run(
    samad.code, sequence, trackingCode, samad.national_number, now.toISOString(),
  )
  const partner = one(db, Partner, 'SELECT * FROM ihio_partner WHERE id = ?', samad.partner_id)
  indexPrescription(db, {
    insurer: 'salamat',
    trackingCode,
    person: { kind: identityKindOf(samad.national_number), value: samad.national_number },
    registeredAt: now,
    visitRef: samad.code,
    ...(partner !== null && { siamId: partner.siam }),
  })
  return { trackingCode, sequence }
}

/** Turns a check into a line of the prescription. */
export function take({ db }: Call, samad: Samad, code: string, refusals: { unknown: number; foreign: number; used: number }): void {
  const check = isCheckCode(code) ? one(db, OrderCheck, 'SELECT * FROM ihio_order_check WHERE code = ?', code) : null
  if (check === null) throw new Refusal(refusals.unknown, 'کد چک ارسال‌شده صحیح نیست')
  if (check.samad !== samad.code) throw new Refusal(refusals.foreign, 'کد چک به این کد سماد تعلق ندارد')
  if (check.state !== 'checked') throw new Refusal(refusals.used, 'این کد چک پیش‌تر استفاده شده است')
  db.prepare(`UPDATE ihio_order_check SET state = 'ordered' WHERE code = ?`).run(code)
}

/** Nobody has it while there are free ones; the same person never has it twice. */
function freeTrackingCode({ db }: Call, nationalNumber: string): string {
  const isTaken = (code: string, by?: string) =>
    db.prepare('SELECT 1 FROM ihio_prescription WHERE tracking_code = ? AND (? IS NULL OR national_number = ?)').get(code, by ?? null, by ?? null) !== undefined
  for (let attempt = 0; attempt < 50; attempt++) {
    const code = newTrackingCode()
    if (!isTaken(code)) return code
  }
  let code = newTrackingCode()
  while (isTaken(code, nationalNumber)) code = newTrackingCode()
  return code
}
