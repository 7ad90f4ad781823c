import type { SignedAct } from '@noskhe/shared/signing/signed-act'
import type { Resources } from '../../../context.ts'
import type { DepositedReferral, ReferralDeposit } from '../../../national/sepas/port.ts'
import type { Message } from '../../../outbox/index.ts'
import { signedHead } from './signed-head.ts'

/** The deposit of what was ordered or answered without lines, as it was signed. Null where there is nothing to make it of. */
export async function referralDeposit(needed: Pick<Resources, 'db'>, message: Message): Promise<ReferralDeposit | null> {
  const found = await signedHead(needed, message)
  if (found === null) return null
  const { head, document } = found
  if (head.isCancelled) return { ...head, referral: null }
  const referral = document.act ? referralOf(document.act) : null
  return referral && { ...head, referral }
}

/** Null for a visit, which the record keeps as its bill. */
function referralOf(act: SignedAct): DepositedReferral | null {
  switch (act.kind) {
    case 'visit':
      return null
    case 'referral':
      return { kind: 'specialist', specialty: act.specialty, to: act.to, reason: act.reason, isUrgent: act.isUrgent }
    case 'hospitalisation':
      return { kind: 'hospital', reason: act.reason }
    case 'feedback': {
      const answers = act.answers.map(({ question, answer }) => ({ question: question.title, answer: answer.title }))
      return { kind: 'answer', answersTo: act.referral, text: act.text, answers }
    }
  }
}
