import * as z from 'zod'
import { asked, listed } from './words.ts'

/**
 * Referrals. The guide names `noteDetailsReferralList`, `referralFeedbackId` and four operations (count of open ones, one by
 * tracking code, inbox, questions of a feedback); fields and routes below are ours. No address of them names a person.
 */

/** Whom a patient is referred to, and why: what a referral (`prescTypeId` 7) holds, once. */
export const ReferralNote = z.object({
  /** Row of `/api/specials/getAll`. */
  specId: z.string().min(1),
  /** One colleague's `docId`; null for whoever is of the specialty. */
  toDocId: z.string().min(1).nullable(),
  reason: z.string().min(1),
  icdId: z.string().nullable(),
  isUrgent: z.boolean(),
})
export type ReferralNote = z.infer<typeof ReferralNote>

/** What a feedback (`prescTypeId` 8) answers: rows of the fetched questions. */
export const FeedbackAnswer = z.object({ questionId: z.string().min(1), answerId: z.string().min(1) })
export type FeedbackAnswer = z.infer<typeof FeedbackAnswer>

export const ReferralNotes = z.union([z.array(ReferralNote), z.array(FeedbackAnswer)])

export const KeptReferral = z.object({
  referralId: z.string(),
  trackingCode: z.string(),
  writtenAt: z.iso.datetime(),
  patientName: z.string(),
  from: z.object({ docId: z.string(), fullName: z.string(), specialty: z.string() }),
  note: ReferralNote,
  feedback: z
    .object({ writtenAt: z.iso.datetime(), by: z.string(), comments: z.string(), answers: z.array(FeedbackAnswer) })
    .nullable(),
})
export type KeptReferral = z.infer<typeof KeptReferral>

export const ReferralDoctorRequest = z.object({ docId: z.string().min(1), docNationalCode: z.string().min(1) })
export const FindReferralRequest = ReferralDoctorRequest.extend({ patient: z.string().min(1), trackingCode: z.string().min(1) })

export const ReferralCountReply = asked(z.object({ open: z.int().nonnegative() }))
export const ReferralInboxReply = asked(z.array(KeptReferral))
export const ReferralReply = asked(KeptReferral)
export const FeedbackQuestionReply = listed(
  z.object({ questionId: z.string(), question: z.string(), answers: z.array(z.object({ answerId: z.string(), answer: z.string() })) }),
)
