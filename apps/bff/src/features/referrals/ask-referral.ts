import { Failure } from '@noskhe/shared/failure'
import type { Act, ReceivedReferral } from '@noskhe/shared/prescriptions/act'
import type { OrdersWithoutLines, ReferralDesk, Refused } from '../../national/payer/port.ts'
import { payerRefusal } from '../payers/index.ts'
import type { CoveredVisit } from '../prescriptions/index.ts'
import { ofOrder, ofReferral } from './received.ts'

/** What begins the answer to a referral: the act, the payer's own name of the referral, the visit that it opened. */
export interface Received {
  act: Extract<Act, { kind: 'feedback' }>
  referralRef: string | null
  visitRef: string | null
}

/** How referrals are received with one payer. */
interface Desk {
  read(trackingCode: string): Promise<ReceivedReferral>
  receive(trackingCode: string): Promise<Received>
}

/**
 * The way in which the insurer of a visit lets referrals be received.
 * @throws Failure `act.not-offered` where its contract has no referrals
 */
export function deskOf(visit: CoveredVisit): Desk {
  const { payer } = visit.connected
  if (payer.withoutLines) return keptDesk(visit, payer.withoutLines)
  if (payer.referral) return lineDesk(visit, payer.referral)
  throw new Failure('act.not-offered', { insurer: visit.insurer })
}

/** Tamin: a referral is kept as itself, is answered once, and is no place to write medicines. */
function keptDesk({ connected: { party }, patient }: CoveredVisit, payer: OrdersWithoutLines): Desk {
  const find = async (trackingCode: string) => {
    const found = await payer.referral({ party, patient, trackingCode })
    if (found.outcome === 'refused') throw refusalOf(found)
    return found.referral
  }
  return {
    read: async (trackingCode) => ofReferral(await find(trackingCode)),
    async receive(trackingCode) {
      const referral = await find(trackingCode)
      if (referral.feedback !== null) throw new Failure('referral.answered')
      const asked = await payer.feedbackQuestions({ party })
      if (asked.outcome === 'refused') throw payerRefusal(asked)
      const questions = asked.questions.map((it) => ({
        code: it.question,
        title: it.title,
        answers: it.answers.map(({ answer, title }) => ({ code: answer, title })),
      }))
      const act = { kind: 'feedback' as const, referral: ofReferral(referral), questions, takesItems: false, text: '', answers: [] }
      return { act, referralRef: referral.referralRef, visitRef: null }
    },
  }
}

/** Salamat: it is a line of a prescription, opens a visit at the specialist, and is answered by what is registered under that. */
function lineDesk({ connected: { party }, patient }: CoveredVisit, desk: ReferralDesk): Desk {
  const read = async (trackingCode: string) => {
    const found = await desk.origins({ party, patient, trackingCode })
    if (found.outcome === 'refused') throw refusalOf(found)
    const [nearest] = found.orders
    if (!nearest) throw new Failure('referral.not-found')
    return ofOrder(nearest, trackingCode)
  }
  return {
    read,
    async receive(trackingCode) {
      const referral = await read(trackingCode)
      const opened = await desk.openVisit({ party, patient, trackingCode })
      if (opened.outcome === 'refused') throw refusalOf(opened)
      const act = { kind: 'feedback' as const, referral, questions: [], takesItems: true, text: '', answers: [] }
      return { act, referralRef: null, visitRef: opened.visitRef }
    },
  }
}

function refusalOf(refused: Refused): Failure {
  if (refused.reason === 'not-found') return new Failure('referral.not-found')
  if (refused.reason === 'already-used') return new Failure('referral.answered')
  return payerRefusal(refused)
}
