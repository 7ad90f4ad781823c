import type { InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { CheckOutcome, ItemCheck, PayerMessage } from '@noskhe/shared/prescriptions/item'
import type { LinePrice, OrderVerdict, Refused, PayerMessage as Said } from '../../national/payer/port.ts'
import { priceItem } from './price-item.ts'

interface Question {
  insurer: InsurerCode
  quantity: number
  at: Date
}

/** What came of asking about an item. `checkRef` is the payer's name of the line, where it takes the line at all. */
export interface ItemAnswer {
  check: ItemCheck
  checkRef: string | null
}

/** Why a line without the payer's name for it stands in the way of signing, and the way out that fits the reason. */
const notRegistrable: Partial<Record<CheckOutcome, string>> = {
  'not-covered': 'این قلم در نسخهٔ بیمه‌ای ثبت نمی‌شود. آن را بردارید و در نسخهٔ آزاد بنویسید، یا جایگزین تحت پوشش بجویید.',
  'over-ceiling': 'با این تعداد ثبت نمی‌شود. تعداد را تا سقف کم کنید، یا قلم را در نسخهٔ آزاد بنویسید.',
  'needs-document': 'تا بیمه مدرک را نپذیرد این قلم ثبت نمی‌شود. بیمار را برای تشکیل پرونده بفرستید، یا قلم را در نسخهٔ آزاد بنویسید.',
}

const wayOut = ({ outcome, checkRef }: { outcome: CheckOutcome; checkRef: string | null }): PayerMessage[] => {
  const text = checkRef === null ? notRegistrable[outcome] : undefined
  return text === undefined ? [] : [{ tone: 'rejection', text }]
}

/** The insurer's verdict as it is shown, priced. */
export function answerOf(verdict: OrderVerdict, { insurer, quantity, at }: Question): ItemAnswer {
  const said = verdict.outcome === 'refused' ? refusedAs(verdict) : { ...verdict, messages: verdict.messages.map(toMessage), ...asPrivate(insurer) }
  const messages = [...said.messages, ...wayOut(said)]
  const { outcome, unitPrice, maxCovered, checkRef } = said
  const price = verdict.outcome === 'refused' ? undefined : verdict.price
  const confirmation = verdict.outcome === 'refused' ? undefined : verdict.confirmation
  return {
    check: {
      outcome,
      messages,
      maxCovered,
      unitPrice,
      ...(price ? pricedByInsurer(price) : priceItem({ outcome, unitPrice, maxCovered, quantity, insurer, at })),
      checkedAt: at.toISOString(),
      ...(confirmation && { confirmation }),
    },
    checkRef,
  }
}

/** The insurer was silent or unreadable: kept as just that, never as covered. */
export const silent = (at: Date): ItemAnswer => ({ check: unpriced('not-checked', at), checkRef: null })

/** Nobody is asked about what nobody insures. */
export const unasked = (at: Date): ItemAnswer => ({ check: unpriced('private', at), checkRef: null })

const unpriced = (outcome: CheckOutcome, at: Date): ItemCheck => ({
  outcome,
  messages: [],
  maxCovered: null,
  unitPrice: null,
  shares: null,
  priceSource: null,
  checkedAt: at.toISOString(),
})

/** To whom nobody pays, "not covered" is no answer worth showing. */
const asPrivate = (insurer: InsurerCode) => (insurer === 'private' ? { outcome: 'private' as const } : {})

const toMessage = ({ severity, text, rule, topic, proposal }: Said): PayerMessage => ({
  tone: severity,
  text,
  ...(rule && { rule }),
  ...(topic !== undefined && { topic }),
  ...(proposal && { proposal }),
})

/** What the insurer computed itself is not computed anew. A discount is paid by neither side. */
const pricedByInsurer = ({ insurerShare, patientShare, source }: LinePrice & { source: string }) => ({
  shares: { total: insurerShare + patientShare, insurerShare, patientShare },
  priceSource: source,
})

/** An insurer may say "not covered" as a refusal too; it is the same answer to the doctor. */
const asOutcome: Partial<Record<Refused['reason'], CheckOutcome>> = {
  'not-covered': 'not-covered',
  'over-ceiling': 'over-ceiling',
  'needs-document': 'needs-document',
}

const refusedAs = ({ reason, advice }: Refused) => ({
  outcome: asOutcome[reason] ?? ('refused' as const),
  messages: [{ tone: 'rejection' as const, text: advice }],
  unitPrice: null,
  maxCovered: null,
  checkRef: null,
})
