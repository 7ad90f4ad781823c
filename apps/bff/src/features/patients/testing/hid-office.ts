import type { Coverage as PayerCoverage, Refused } from '../../../national/payer/port.ts'
import type { Eligibility, EligibilityAnswer, HidAnswer, Identity } from '../../../national/eligibility/port.ts'
import { NationalUnavailable } from '../../../national/port.ts'
import type { Context } from '../../../context.ts'

interface Known {
  identity: Identity | null
  isEliminated: boolean
}

const silence = () => new NationalUnavailable('eligibility', { sent: 'maybe', timedOut: true })

let made = 0
/** Distinct over all tests, because the tables are shared by those of a file. */
const newHid = () => `H${String((made += 1)).padStart(9, '0')}`

/** The insured database in memory: what it was told it remembers, whether or not its answer arrived. */
export class HidOffice {
  isSilent = false
  /** It does what it is asked, and the answer is lost. */
  losesAnswers = false
  /** Refuses every binding with these words. */
  refusal: string | null = null
  /** Names of the calls it heard, in order. */
  readonly calls: string[] = []
  readonly known = new Map<string, Known>()
  /** Last day on which what it reserves may be bound. */
  validUntil = '2026-11-27'

  /** A doctor's context in which this office and, for coverage, the insurer answer. */
  answering(context: Context, coverage: PayerCoverage | Refused | Error): Context {
    const { salamat } = context.national.payers
    if (!salamat) throw new Error('Salamat is not connected')
    const asked = async () => {
      if (coverage instanceof Error) throw coverage
      return coverage
    }
    return { ...context, national: { ...context.national, eligibility: this.port, payers: { ...context.national.payers, salamat: { ...salamat, coverage: asked } } } }
  }

  async #hear<T>(call: string, act: () => T): Promise<T> {
    this.calls.push(call)
    if (this.isSilent) throw silence()
    const answer = act()
    if (this.losesAnswers) throw silence()
    return answer
  }

  readonly port: Eligibility = {
    check: ({ identity }) => this.#hear('check', () => this.#check(identity)),
    verifyHid: (hid) => this.#hear('verify', () => this.#verify(hid)),
    reserveHids: ({ count }) =>
      this.#hear('reserve', () => {
        const hids = Array.from({ length: count }, () => ({ value: newHid(), issuer: 'IHIO' }))
        for (const { value } of hids) this.known.set(value, { identity: null, isEliminated: false })
        return { outcome: 'reserved' as const, hids, validUntil: this.validUntil }
      }),
    updateHid: ({ value }, { identity }) =>
      this.#hear('update', () => {
        if (this.refusal !== null) return { outcome: 'refused' as const, reason: 'uncovered' as const, message: this.refusal }
        this.known.set(value, { identity, isEliminated: false })
        return { outcome: 'updated' as const }
      }),
    eliminateHid: ({ value }) =>
      this.#hear('eliminate', () => {
        const known = this.known.get(value)
        if (!known || known.isEliminated || this.refusal !== null) {
          return { outcome: 'refused' as const, reason: 'conflict' as const, message: this.refusal ?? 'پیش‌تر ابطال شده است' }
        }
        known.isEliminated = true
        return { outcome: 'eliminated' as const }
      }),
  }

  #verify(hid: string): HidAnswer {
    const known = this.known.get(hid)
    if (!known?.identity) return { outcome: 'unknown' }
    return known.isEliminated ? { outcome: 'eliminated' } : { outcome: 'valid', identity: known.identity, insurer: 'salamat' }
  }

  /** One HID a person: the day and the centre do not change in a test. */
  #check(identity: Identity): EligibilityAnswer {
    const earlier = [...this.known].find(([, it]) => it.identity?.value === identity.value && !it.isEliminated)?.[0]
    const value = earlier ?? newHid()
    this.known.set(value, { identity, isEliminated: false })
    return {
      person: 'alive',
      identity: { firstName: 'زهرا', lastName: 'احمدی‌فر', gender: 'female', birthDate: '1990-07-03' },
      coverages: [
        { insurer: 'salamat', title: 'بیمهٔ سلامت', box: { code: '26.1', title: 'کارکنان دولت' }, validUntil: '2027-09-21', isValid: true, supplementary: null },
      ],
      used: 'salamat',
      choice: null,
      hid: { value, issuer: 'IHIO', insurer: 'salamat', issuedAt: '2026-11-25T09:00:00.000Z' },
      message: null,
    }
  }
}

export const insured: PayerCoverage = { outcome: 'covered', patientName: 'زهرا احمدی‌فر', fund: 'کارکنان دولت', validUntil: '1406-06-31', messages: [] }
