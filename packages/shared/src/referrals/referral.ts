import { z } from 'zod'
import { InsurerCode } from '../patients/eligibility.ts'
import { ReceivedReferral } from '../prescriptions/act.ts'

/** A referral that waits for somebody, before its patient has come. */
export const WaitingReferral = ReceivedReferral.extend({
  patientName: z.string(),
  /** Whether it names her, or whoever is of her specialty. */
  isByName: z.boolean(),
}).meta({ id: 'WaitingReferral' })
export type WaitingReferral = z.infer<typeof WaitingReferral>

/**
 * What an insurer that keeps an inbox said. `unanswered`: it was silent or would not deal with her account, which is neither none nor
 * some; `message` is its advice where it gave one.
 */
const InboxOfInsurer = z.object({
  insurer: InsurerCode,
  state: z.enum(['answered', 'unanswered']),
  message: z.string().nullable(),
  referrals: z.array(WaitingReferral),
})

export const Inbox = z.object({
  inboxes: z.array(InboxOfInsurer),
  /** Insurers with which she works whose referrals are found by the patient's tracking code alone. */
  byCodeOnly: z.array(InsurerCode),
}).meta({ id: 'Inbox' })
export type Inbox = z.infer<typeof Inbox>

export const ReferralAnswer = z.object({
  /** Null where the payer does not tell it. */
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  text: z.string(),
  /** The payer's questions and what was answered, in words. */
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
})
export type ReferralAnswer = z.infer<typeof ReferralAnswer>

/** `unanswered`: the payer was silent, which does not mean that nobody answered. */
export const ReferralAnswers = z.object({
  state: z.enum(['answered', 'waiting', 'unanswered']),
  askedAt: z.iso.datetime(),
  answers: z.array(ReferralAnswer),
}).meta({ id: 'ReferralAnswers' })
export type ReferralAnswers = z.infer<typeof ReferralAnswers>
