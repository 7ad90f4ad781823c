import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Act, Choice, OwnActKind } from '@noskhe/shared/prescriptions/act'
import type { openAct as contract } from '@noskhe/shared/referrals/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../../context.ts'
import { payerRefusal } from '../../payers/index.ts'
import { type CoveredVisit, beginAct } from './begin-act.ts'
import { offersOf } from './offers.ts'

/** Every row of Salamat's list of referrals: some dozens, each with this word in its name; its search takes no empty text. */
const ALL = 200
const REFERRAL = 'ارجاع'

/**
 * Begins a referral, a visit or an order to hospital for a covered visit of hers. What may be chosen is asked of the payer now,
 * so that she chooses of its own list.
 * @throws Failure `act.not-offered` where the payer's contract has no such thing
 */
export const openAct = (context: Context, { encounterId, kind }: Input<typeof contract>): Promise<Prescription> =>
  beginAct(context, encounterId, async (visit) => {
    if (!offersOf(visit.connected.payer).includes(kind)) throw new Failure('act.not-offered', { insurer: visit.insurer })
    return { stored: { act: await emptyAct(visit, kind), referralRef: null }, visitRef: null }
  })

async function emptyAct(visit: CoveredVisit, kind: OwnActKind): Promise<Act> {
  switch (kind) {
    case 'visit':
      return { kind }
    case 'hospitalisation':
      return { kind, reason: '' }
    case 'referral': {
      const canNameColleague = visit.connected.payer.withoutLines !== undefined
      return { kind, specialties: await specialtiesOf(visit), canNameColleague, specialty: null, to: null, reason: '', isUrgent: false }
    }
  }
}

async function specialtiesOf({ connected: { payer, party }, patient }: CoveredVisit): Promise<Choice[]> {
  if (payer.withoutLines) {
    const answer = await payer.withoutLines.specialties({ party })
    if (answer.outcome === 'refused') throw payerRefusal(answer)
    return answer.choices.map(({ code, title }) => ({ code, title }))
  }
  const answer = await payer.catalogue?.searchServices({ party, patient, text: REFERRAL, kind: 'referral', limit: ALL })
  if (!answer) return []
  if (answer.outcome === 'refused') throw payerRefusal(answer)
  return answer.items.map(({ code, name }) => ({ code: code.value, title: name }))
}
