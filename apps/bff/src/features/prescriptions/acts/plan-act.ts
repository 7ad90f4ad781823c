import type { Act } from '@noskhe/shared/prescriptions/act'
import type { Act as ToldAct, OrderItem, Refused } from '../../../national/payer/port.ts'
import type { ConnectedPayer } from '../../payers/index.ts'
import { patientOf } from '../ask-payer.ts'
import type { StoredPrescription } from '../stored.ts'

/** How a payer is told of an act: without lines, as a line of its own kind, or with the lines that were written under it. */
export type ActPlan =
  | { act: 'register-act'; visitRef: string; content: ToldAct }
  | { act: 'answer'; visitRef: string; checkRefs: string[]; feedback: string }
  | { act: 'register'; visitRef: string; checkRefs: string[] }

/**
 * What the payer is to be told of a signed act, chosen by what its contract has. A referral that is a line is put to the payer
 * here, at the last moment, as other lines are about which it was silent.
 * @throws NationalUnavailable | NationalUnreadable – nothing was registered.
 */
export async function planOfAct(
  connected: ConnectedPayer,
  it: StoredPrescription,
  { visitRef, checkRefs }: { visitRef: string; checkRefs: string[] },
): Promise<ActPlan | Refused> {
  const { payer, party } = connected
  if (it.act === null) throw new TypeError('Only an act is planned as one')
  if (payer.withoutLines) return { act: 'register-act', visitRef, content: toldAct(it.act, it) }
  const { act } = it.act
  if (act.kind === 'feedback' && payer.referral) return { act: 'answer', visitRef, checkRefs, feedback: act.text }
  if (act.kind !== 'referral' || !payer.referral) return notTaken
  const verdict = await payer.checkOrder({ party, patient: patientOf(it), visitRef, item: lineOf(act, it), alongside: [] })
  if (verdict.outcome === 'refused') return verdict
  if (verdict.checkRef === null) return { ...notTaken, advice: [notTaken.advice, ...verdict.messages.map(({ text }) => text)].join(' ') }
  return { act: 'register', visitRef, checkRefs: [verdict.checkRef] }
}

function toldAct({ act, referralRef }: NonNullable<StoredPrescription['act']>, { prescription: { diagnosis } }: StoredPrescription): ToldAct {
  switch (act.kind) {
    case 'visit':
      return { kind: 'visit' }
    case 'referral': {
      if (act.specialty === null) throw new TypeError('An unfinished referral is not told')
      return { kind: 'referral', specialty: act.specialty.code, to: act.to, reason: act.reason, diagnosis: diagnosis?.code ?? null, isUrgent: act.isUrgent }
    }
    case 'hospitalisation': {
      if (diagnosis === null) throw new TypeError('An order to hospital without a diagnosis is not told')
      return { kind: 'hospitalisation', reason: act.reason, diagnosis: diagnosis.code }
    }
    case 'feedback': {
      if (referralRef === null) throw new TypeError('This payer knows a referral by a name of its own')
      return { kind: 'feedback', referralRef, text: act.text, answers: act.answers.map(({ question, answer }) => ({ question, answer })) }
    }
  }
}

/** A line has a field for the reason and none for its urgency, which therefore stands first in it. */
const lineOf = ({ specialty, reason, isUrgent }: Extract<Act, { kind: 'referral' }>, { prescription: { diagnosis } }: StoredPrescription): OrderItem => ({
  code: { system: 'rvu', value: specialty?.code ?? '' },
  kind: 'referral',
  count: 1,
  consumption: '',
  instruction: '',
  note: [isUrgent ? URGENT : '', reason, diagnosis ? `(${diagnosis.code})` : ''].filter(Boolean).join(' '),
  periods: 1,
  compound: null,
  activeFrom: null,
  ...(diagnosis && { diagnosis: diagnosis.code }),
})

/** How a line says that it is urgent; read again where the referral is received. */
export const URGENT = 'فوری:'

const notTaken: Refused = {
  outcome: 'refused',
  reason: 'not-permitted',
  code: '',
  message: '',
  advice: 'این بیمه‌گر چنین چیزی را ثبت نمی‌کند.',
}
