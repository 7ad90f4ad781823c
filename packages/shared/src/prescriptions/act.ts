import { z } from 'zod'
import { CouncilNumber } from '../identifiers.ts'
import { foldPersian } from '../text.ts'

/** A row of a payer's own list: a specialty, an answer to one of its questions. */
export const Choice = z.object({ code: z.string(), title: z.string() })
export type Choice = z.infer<typeof Choice>

/** What is told beside medicines and services, one to a prescription: it is signed and registered like any. */
export const ActKind = z.enum(['visit', 'referral', 'hospitalisation', 'feedback'])
export type ActKind = z.infer<typeof ActKind>

/** What a doctor begins of herself; a feedback begins at the referral it answers. */
export const OwnActKind = ActKind.exclude(['feedback'])
export type OwnActKind = z.infer<typeof OwnActKind>

/** Why, in her words. */
const Words = z.string().trim().max(1000).overwrite(foldPersian)

/** A question that a payer wants answered with a feedback, and what may be answered. */
export const FeedbackQuestion = z.object({ code: z.string(), title: z.string(), answers: z.array(Choice) })
export type FeedbackQuestion = z.infer<typeof FeedbackQuestion>

const Answer = z.object({ question: z.string().max(32), answer: z.string().max(32) })

/** What the composer writes of an act. Diagnosis is the prescription's own; what may be chosen was told when it was begun. */
export const ActDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('visit') }),
  z.object({
    kind: z.literal('referral'),
    /** Null while it is not chosen. */
    specialty: z.string().max(32).nullable(),
    /** One colleague; null for whoever is of the specialty. */
    to: CouncilNumber.nullable(),
    reason: Words,
    isUrgent: z.boolean(),
  }),
  z.object({ kind: z.literal('hospitalisation'), reason: Words }),
  z.object({ kind: z.literal('feedback'), text: Words, answers: z.array(Answer).max(40) }),
]).meta({ id: 'ActDraft' })
export type ActDraft = z.infer<typeof ActDraft>

/** A referral as the payer shows it to whom it is for. */
export const ReceivedReferral = z.object({
  trackingCode: z.string(),
  writtenAt: z.iso.datetime(),
  from: z.object({ name: z.string(), specialty: z.string() }),
  /** The words of the referring doctor; one for each line that refers. */
  reasons: z.array(z.string()),
  /** ICD-10 code; null where none was written or the payer does not tell it. */
  diagnosis: z.string().nullable(),
  isUrgent: z.boolean(),
  /** What else was ordered with it, in words. */
  ordered: z.array(z.string()),
}).meta({ id: 'ReceivedReferral' })
export type ReceivedReferral = z.infer<typeof ReceivedReferral>

export const Act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('visit') }),
  z.object({
    kind: z.literal('referral'),
    /** What the payer offered when it was begun. */
    specialties: z.array(Choice),
    canNameColleague: z.boolean(),
    specialty: Choice.nullable(),
    to: z.string().nullable(),
    reason: z.string(),
    isUrgent: z.boolean(),
  }),
  z.object({ kind: z.literal('hospitalisation'), reason: z.string() }),
  z.object({
    kind: z.literal('feedback'),
    referral: ReceivedReferral,
    /** What the payer asks with a feedback; empty where it asks nothing. */
    questions: z.array(FeedbackQuestion),
    /** Whether medicines and services are written under the same visit and told with the feedback. */
    takesItems: z.boolean(),
    text: z.string(),
    answers: z.array(Answer),
  }),
]).meta({ id: 'Act' })
export type Act = z.infer<typeof Act>

/** Whether an act says enough to be signed. An order to hospital without a diagnosis is none. */
export function isActComplete(act: Act, diagnosis: unknown): boolean {
  switch (act.kind) {
    case 'visit':
      return true
    case 'referral':
      return act.specialty !== null && act.reason !== ''
    case 'hospitalisation':
      return act.reason !== '' && diagnosis !== null
    case 'feedback':
      return act.text !== '' && act.questions.every(({ code }) => act.answers.some(({ question }) => question === code))
  }
}

/** Whether it is told as lines of a prescription are, which may be written beside it. */
export const takesItems = (act: Act | undefined): boolean => act === undefined || (act.kind === 'feedback' && act.takesItems)
