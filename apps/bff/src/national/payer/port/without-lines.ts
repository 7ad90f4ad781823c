import type { Party, PayerCall, Refused } from './call.ts'
import type { Registered } from './ordering.ts'

/** What is ordered without lines: a visit, a referral to a colleague, the answer to one, a stay in hospital. */
export type Act =
  | { kind: 'visit' }
  | {
      kind: 'referral'
      /** Of the insurer's list (`specialties`). */
      specialty: string
      /** The council number of one colleague; null for whoever is of the specialty. */
      to: string | null
      reason: string
      diagnosis: string | null
      isUrgent: boolean
    }
  | { kind: 'feedback'; referralRef: string; text: string; answers: { question: string; answer: string }[] }
  | { kind: 'hospitalisation'; reason: string; diagnosis: string }

export interface Referral {
  referralRef: string
  trackingCode: string
  writtenAt: string
  patientName: string
  from: { name: string; councilNumber: string; specialty: string }
  specialty: string
  to: string | null
  reason: string
  diagnosis: string | null
  isUrgent: boolean
  /** Null while nobody has answered. */
  feedback: { at: string; by: string; text: string; answers: { question: string; answer: string }[] } | null
}

/** A question that the insurer wants answered with a feedback, and what may be answered. */
export interface FeedbackQuestion {
  question: string
  title: string
  answers: { answer: string; title: string }[]
}

export interface Choice {
  code: string
  title: string
}

/** What only some insurers know; `Payer.withoutLines` is absent where the insurer's contract has no such thing. */
export interface OrdersWithoutLines {
  /** Under a visit of its own (`openVisit`); `findRegistration`, asked with that visit, tells it again after a lost answer. */
  registerAct(call: PayerCall & { visitRef: string; act: Act }): Promise<Registered | Refused>
  /** Referrals to her, by name or specialty, that nobody has answered. */
  countReferrals(call: { party: Party }): Promise<{ outcome: 'found'; count: number } | Refused>
  referralInbox(call: { party: Party }): Promise<{ outcome: 'found'; referrals: Referral[] } | Refused>
  /** As its writer and whom it is to may read it, answered or not. */
  referral(call: PayerCall & { trackingCode: string }): Promise<{ outcome: 'found'; referral: Referral } | Refused>
  feedbackQuestions(call: { party: Party }): Promise<{ outcome: 'found'; questions: FeedbackQuestion[] } | Refused>
  specialties(call: { party: Party }): Promise<{ outcome: 'found'; choices: Choice[] } | Refused>
}
