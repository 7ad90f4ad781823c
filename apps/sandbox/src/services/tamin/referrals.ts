import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { FeedbackAnswer } from '@noskhe/national-wire/tamin/referral'
import type { KeptReferral } from '@noskhe/national-wire/tamin/referral'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { all, one } from '../../database.ts'
import { Refusal } from './call.ts'
import type { Call } from './call.ts'
import { specialties } from './care-lists.ts'
import { nameOf } from './insured.ts'
import { accountOf, docIdOf } from './rows.ts'
import type { Account } from './rows.ts'

const Referral = z.object({
  prescription: z.number(),
  tracking_code: z.string(),
  patient: z.string(),
  username: z.string(),
  created_at: z.string(),
  spec_id: z.string(),
  to_doc_id: z.string().nullable(),
  reason: z.string(),
  icd: z.string().nullable(),
  is_urgent: z.number().transform(Boolean),
})
type Referral = z.infer<typeof Referral>

const Feedback = z.object({ username: z.string(), created_at: z.string(), comments: z.string(), answers: z.string() })

const referralsSql =
  'SELECT tamin_referral.*, tracking_code, patient, username, created_at FROM tamin_referral JOIN tamin_prescription ON id = prescription WHERE deleted_at IS NULL'

export const findReferral = (db: DatabaseSync, id: string): Referral | null => one(db, Referral, `${referralsSql} AND prescription = ?`, id)

/** By name where one colleague is named, by specialty where none is. The one who refers is never meant. */
export function isAddressedTo(it: Pick<Referral, 'to_doc_id' | 'spec_id' | 'username'>, account: Account): boolean {
  if (it.username === account.username) return false
  if (it.to_doc_id !== null) return it.to_doc_id === docIdOf(account)
  return specialties.find(({ specId }) => specId === it.spec_id)?.specDesc === account.specialty
}

const feedbackOn = (db: DatabaseSync, referral: number) =>
  one(
    db,
    Feedback,
    'SELECT username, created_at, comments, answers FROM tamin_feedback JOIN tamin_prescription ON id = prescription WHERE referral = ? AND deleted_at IS NULL',
    referral,
  )

export const isAnswered = (db: DatabaseSync, referral: number): boolean => feedbackOn(db, referral) !== null

/** Referrals to this doctor that nobody has answered, urgent ones first, then the oldest. */
export function inbox({ db, account }: Call): KeptReferral[] {
  return all(db, Referral, `${referralsSql} ORDER BY is_urgent DESC, created_at`)
    .filter((it) => isAddressedTo(it, account) && !isAnswered(db, it.prescription))
    .map((it) => referralOnWire(db, it))
}

/** One by patient and tracking code, for who wrote it and whom it is to. @throws Refusal */
export function referralByCode({ db, account }: Call, patient: string, trackingCode: string): KeptReferral {
  const it = one(db, Referral, `${referralsSql} AND patient = ? AND tracking_code = ?`, patient, trackingCode)
  if (it === null || !(it.username === account.username || isAddressedTo(it, account))) {
    throw new Refusal(taminRefusal.referralUnknown, 'ارجاعی با این کد رهگیری برای شما نیست')
  }
  return referralOnWire(db, it)
}

function referralOnWire(db: DatabaseSync, it: Referral): KeptReferral {
  const from = accountOf(db, it.username)
  const feedback = feedbackOn(db, it.prescription)
  return {
    referralId: String(it.prescription),
    trackingCode: it.tracking_code,
    writtenAt: it.created_at,
    patientName: nameOf(it.patient),
    from: { docId: docIdOf(from), fullName: from.full_name, specialty: from.specialty },
    note: { specId: it.spec_id, toDocId: it.to_doc_id, reason: it.reason, icdId: it.icd, isUrgent: it.is_urgent },
    feedback: feedback && {
      writtenAt: feedback.created_at,
      by: accountOf(db, feedback.username).full_name,
      comments: feedback.comments,
      answers: z.array(FeedbackAnswer).parse(JSON.parse(feedback.answers)),
    },
  }
}
