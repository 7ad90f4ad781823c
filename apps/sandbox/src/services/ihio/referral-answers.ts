import type { DatabaseSync } from 'node:sqlite'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import * as z from 'zod'
import type { Call } from './call.ts'
import { newCheckCode } from './codes.ts'
import { linesOf } from './lines.ts'
import { ReferralVisit, Samad, one } from './rows.ts'
import type { Account } from './rows.ts'

/** The referral that a visit answers; null for a visit of its own. */
export const referralUnder = (db: DatabaseSync, samad: string) => one(db, ReferralVisit, 'SELECT * FROM ihio_referral WHERE samad = ?', samad)

interface Answered {
  account: Account
  referral: ReferralVisit
  feedback: string
}

/**
 * The specialist's registration delivers the line that referred the patient, and its description carries the feedback: no
 * answer of the contract has a place of its own for what `prescription/save` was told. Where somebody else answered meanwhile
 * the feedback is kept and nothing more is delivered by it; where the line was taken out nobody asks any more.
 */
export function answerReferral({ db, now }: Call, { account, referral, feedback }: Answered): void {
  const line = linesOf(db, referral.origin).find((it) => it.code === referral.line)
  const visit = one(db, Samad, 'SELECT * FROM ihio_samad WHERE code = ?', referral.samad)
  if (visit === null) throw new Error(`There is no visit ${referral.samad}`)
  if (line === undefined) return
  const code = newCheckCode()
  const { n } = one(db, z.object({ n: z.number() }), 'SELECT coalesce(max(sequence), 0) AS n FROM ihio_delivery') ?? { n: 0 }
  db.prepare(`INSERT INTO ihio_delivery VALUES (?, ?, ?, ?, ?, 'confirmed', ?, ?, ?)`).run(
    code, n + 1, referral.origin, account.username, visit.partner_id, jalaliDay(now), now.toISOString(), now.toISOString(),
  )
  db.prepare(
    `INSERT INTO ihio_delivery_check (code, samad, order_check, username, item_code, generic_code, name, form, count, base_price,
     needs_pack, total, covered, payable, description, consumption, instruction, periods, created_at, delivery)
     VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, 0, 0, 0, 0, 0, ?, '', '', 1, ?, ?)`,
  ).run(
    newCheckCode(), referral.origin, line.code, account.username, line.item_code, line.generic_code, line.name,
    line.delivered < line.count ? 1 : 0, feedback, now.toISOString(), code,
  )
}
