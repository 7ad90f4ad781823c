import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { findAnswers as contract } from '@noskhe/shared/referrals/contract'
import type { ReferralAnswer, ReferralAnswers } from '@noskhe/shared/referrals/referral'
import type { Context } from '../../../context.ts'
import type { OrdersWithoutLines, PayerCall, Referral } from '../../../national/payer/port.ts'
import { heard } from '../../../national/port.ts'
import { connectPayer } from '../../payers/index.ts'
import { patientOf } from '../ask-payer.ts'
import { find, keyOf } from '../store.ts'

/** Whether her registered referral was answered, and how, as the payer tells it now. Its silence is an answer: `unanswered`. */
export async function findAnswers(context: Context, { id }: Input<typeof contract>): Promise<ReferralAnswers> {
  const it = await find(context.db, keyOf(context.actor, id))
  const { status, trackingCode, insurer } = it.prescription
  if (it.act?.act.kind !== 'referral' || trackingCode === null) throw new Failure('prescription.wrong-status', { status })
  const askedAt = context.now().toISOString()
  const answers = await heard(async () => {
    const { payer, party } = await connectPayer(context, insurer)
    const call = { party, patient: patientOf(it) }
    if (payer.withoutLines) return answersByCode(payer.withoutLines, { ...call, trackingCode })
    if (!payer.referral || it.visitRef === null) return null
    const told = await payer.referral.answers({ ...call, visitRef: it.visitRef })
    return told.outcome === 'refused' ? null : told.answers.map(({ by, at, feedback }) => ({ by, at, text: feedback, answers: [] }))
  }).catch(isNoAccount)
  if (answers === 'silence' || answers === null) return { state: 'unanswered', askedAt, answers: [] }
  return { state: answers.length > 0 ? 'answered' : 'waiting', askedAt, answers }
}

/** Without an account there she cannot ask any more; that is not known either. */
function isNoAccount(error: unknown): null {
  if (error instanceof Failure) return null
  throw error
}

async function answersByCode(payer: OrdersWithoutLines, call: PayerCall & { trackingCode: string }): Promise<ReferralAnswer[] | null> {
  const found = await payer.referral(call)
  if (found.outcome === 'refused') return null
  const { feedback } = found.referral
  if (feedback === null) return []
  return [{ by: feedback.by, at: feedback.at, text: feedback.text, answers: await inWords(payer, call, feedback.answers) }]
}

/** The payer keeps codes; where it will not tell their words, the text of the feedback is still worth reading. */
async function inWords(payer: OrdersWithoutLines, { party }: PayerCall, given: NonNullable<Referral['feedback']>['answers']): Promise<ReferralAnswer['answers']> {
  if (given.length === 0) return []
  const known = await payer.feedbackQuestions({ party })
  const questions = known.outcome === 'found' ? known.questions : []
  return given.map(({ question, answer }) => {
    const asked = questions.find((it) => it.question === question)
    return { question: asked?.title ?? question, answer: asked?.answers.find((it) => it.answer === answer)?.title ?? answer }
  })
}
