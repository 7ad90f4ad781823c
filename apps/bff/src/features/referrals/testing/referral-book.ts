import { randomUUID } from 'node:crypto'
import type { Act, OrdersWithoutLines, Order, Payer, Referral, ReferralDesk, Refused } from '../../../national/payer/port.ts'
import { NationalUnavailable } from '../../../national/port.ts'
import { type Insurer, type Loss, refusal } from '../../../testing/insurer.ts'

export const questions = [{ question: '1', title: 'ادامهٔ درمان؟', answers: [{ answer: '1', title: 'بله' }, { answer: '2', title: 'خیر' }] }]
export const cardiology = { code: '151320', title: 'متخصص قلب و عروق' }

const waiting = (change: Partial<Referral> = {}): Referral => ({
  referralRef: randomUUID(),
  trackingCode: '2718281',
  writtenAt: '2026-11-23T08:00:00.000Z',
  patientName: 'زهرا احمدی‌فر',
  from: { name: 'احمد سلیم', councilNumber: '98211', specialty: 'پزشک عمومی' },
  specialty: '151310',
  to: null,
  reason: 'تپش قلب؛ اکو لازم است',
  diagnosis: 'I10',
  isUrgent: false,
  feedback: null,
  ...change,
})

/** What an insurer in memory keeps without lines: it remembers what it was told, whether or not its answer arrived. */
export class ReferralBook {
  readonly referrals: Referral[] = []
  /** Every act that reached it, in order. */
  readonly told: { visitRef: string; act: Act }[] = []
  loses: Loss | null = null
  isSilent = false
  readonly #insurer: Insurer

  constructor(insurer: Insurer) {
    this.#insurer = insurer
  }

  receive(change: Partial<Referral> = {}): Referral {
    const it = waiting(change)
    this.referrals.push(it)
    return it
  }

  get port(): OrdersWithoutLines {
    const found = <T>(answer: T): T => {
      if (this.isSilent) throw new NationalUnavailable(this.#insurer.insurer, { sent: 'no', timedOut: true })
      return answer
    }
    const open = () => this.referrals.filter(({ feedback }) => feedback === null)
    return {
      registerAct: async ({ visitRef, act }) => this.#tell(visitRef, act),
      countReferrals: async () => found({ outcome: 'found', count: open().length }),
      referralInbox: async () => found({ outcome: 'found', referrals: open() }),
      referral: async ({ trackingCode }) => {
        const referral = this.referrals.find((it) => it.trackingCode === trackingCode)
        return found(referral ? { outcome: 'found', referral } : refusal('not-found'))
      },
      feedbackQuestions: async () => found({ outcome: 'found', questions }),
      specialties: async () => found({ outcome: 'found', choices: [cardiology] }),
    }
  }

  #tell(visitRef: string, act: Act): Awaited<ReturnType<OrdersWithoutLines['registerAct']>> {
    const loss = this.loses
    this.loses = null
    if (loss === 'not-sent') throw new NationalUnavailable(this.#insurer.insurer, { sent: 'no', timedOut: true })
    this.told.push({ visitRef, act })
    const answer = loss === 'on-the-way' ? null : this.#keep(visitRef, act)
    if (loss !== null || answer === null) throw new NationalUnavailable(this.#insurer.insurer, { sent: 'maybe', timedOut: true })
    return answer
  }

  #keep(visitRef: string, act: Act): { outcome: 'registered'; trackingCode: string } | Refused {
    if (act.kind === 'feedback') {
      const it = this.referrals.find(({ referralRef }) => referralRef === act.referralRef)
      if (!it) return refusal('not-found')
      if (it.feedback !== null) return refusal('already-used', 'این ارجاع پیش‌تر بازخورد گرفته است.')
      it.feedback = { at: '2026-11-25T10:00:00.000Z', by: 'نرگس کاویانی', text: act.text, answers: act.answers }
    }
    const trackingCode = String(7_000_000 + this.told.length)
    this.#insurer.registrations.set(visitRef, { trackingCode, checkRefs: [] })
    return { outcome: 'registered', trackingCode }
  }
}

/** An insurer whose referral is a line: its tracking code opens a visit, and what is registered under that answers it. */
export function lineDesk(insurer: Insurer, order: Order): { port: Pick<Payer, 'referral' | 'catalogue'>; answered: { visitRef: string; checkRefs: string[]; feedback: string }[] } {
  const answered: { visitRef: string; checkRefs: string[]; feedback: string }[] = []
  const desk: ReferralDesk = {
    origins: async ({ trackingCode }) => ({ outcome: 'found', orders: trackingCode === '12345' ? [order] : [] }),
    openVisit: async (call) => (answered.length > 0 ? refusal('already-used') : insurer.port.openVisit(call)),
    answer: async ({ visitRef, checkRefs, feedback, ...call }) => {
      answered.push({ visitRef, checkRefs, feedback })
      return insurer.port.register({ ...call, visitRef, checkRefs })
    },
    answers: async () => ({ outcome: 'found', answers: answered.map(({ feedback }) => ({ by: null, at: null, feedback })) }),
  }
  const row = { code: { system: 'rvu' as const, value: '969002' }, genericCode: null, name: 'ارجاع به متخصص قلب و عروق', shortName: '', form: null, isCovered: true, unitPrice: 0, isDefault: false }
  const listed = async () => ({ outcome: 'found' as const, items: [row] })
  const unused = async () => {
    throw new Error('not asked by a referral')
  }
  return { port: { referral: desk, catalogue: { searchServices: listed, searchDrugs: listed, productsOf: listed, familyOf: listed, genericOf: unused } }, answered }
}
