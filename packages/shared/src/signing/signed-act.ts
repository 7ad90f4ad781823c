import { z } from 'zod'
import type { Act } from '../prescriptions/act.ts'

const Chosen = z.strictObject({ code: z.string(), title: z.string() })

/** An act as it is signed: what was chosen with its words, and nothing of what else could have been. */
export const SignedAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('visit') }),
  z.strictObject({ kind: z.literal('referral'), specialty: Chosen, to: z.string().nullable(), reason: z.string(), isUrgent: z.boolean() }),
  z.strictObject({ kind: z.literal('hospitalisation'), reason: z.string() }),
  z.strictObject({
    kind: z.literal('feedback'),
    /** Tracking code of the referral that is answered, and who wrote it. */
    referral: z.string(),
    from: z.string(),
    text: z.string(),
    answers: z.array(z.strictObject({ question: Chosen, answer: Chosen })),
  }),
])
export type SignedAct = z.infer<typeof SignedAct>

/** The part of a document that says what is done without lines; throws for what is unfinished, because that was refused before. */
export function signedAct(act: Act): SignedAct {
  switch (act.kind) {
    case 'visit':
      return { kind: 'visit' }
    case 'referral': {
      if (act.specialty === null) throw new TypeError('An unfinished referral is not signed')
      const { code, title } = act.specialty
      return { kind: 'referral', specialty: { code, title }, to: act.to, reason: act.reason, isUrgent: act.isUrgent }
    }
    case 'hospitalisation':
      return { kind: 'hospitalisation', reason: act.reason }
    case 'feedback':
      return {
        kind: 'feedback',
        referral: act.referral.trackingCode,
        from: act.referral.from.name,
        text: act.text,
        answers: act.questions.map((question) => ({ question: chosen(question), answer: chosen(answerTo(act, question.code)) })),
      }
  }
}

const chosen = ({ code, title }: { code: string; title: string }) => ({ code, title })

function answerTo({ questions, answers }: Extract<Act, { kind: 'feedback' }>, code: string) {
  const given = answers.find(({ question }) => question === code)?.answer
  const choice = questions.find((it) => it.code === code)?.answers.find((it) => it.code === given)
  if (!choice) throw new TypeError('An unanswered question is not signed')
  return choice
}
