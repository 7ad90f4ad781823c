import { judgeChain } from '@noskhe/evidence/certificates/chain'
import type { EnrolmentAnswer, HealthCa, Revocation } from '../../../national/health-ca/port.ts'
import { type Holder, base64Of, makeIssuing, makeRoot, makeSeal } from '../../../testing/authority.ts'

type Request = Parameters<HealthCa['certifySeal']>[0]

/** A Health CA in memory that certifies seals; chains are judged as they really are. */
export class SealAuthority {
  /** Every request, in the order of arrival, answered or not. */
  readonly asked: Request[] = []
  readonly root: Holder
  readonly issuing: Holder
  /** Until when its certificates are valid; half a year from the start unless told otherwise. */
  until: Date | null = null
  /** What is thrown instead of answering; what was issued then is lost. */
  fails: Error | null = null
  /** What the authority says of a certificate, by the chain's first. */
  says: (leaf: string) => Revocation = () => good
  /** How it answers otherwise than it should. */
  answers: (honest: (change?: Partial<Parameters<typeof makeSeal>[2]>) => Promise<EnrolmentAnswer>) => Promise<EnrolmentAnswer> = (honest) => honest()
  readonly #at: Date

  private constructor(at: Date, root: Holder, issuing: Holder) {
    this.#at = at
    this.root = root
    this.issuing = issuing
  }

  static async open(at: Date): Promise<SealAuthority> {
    const root = await makeRoot(at)
    return new SealAuthority(at, root, await makeIssuing(at, root))
  }

  readonly port: Pick<HealthCa, 'certifySeal' | 'chainOf' | 'revocation'> = {
    certifySeal: async (request) => {
      this.asked.push(request)
      if (this.fails) throw this.fails
      return this.answers(async (change = {}) => {
        const seal = await makeSeal(this.#at, this.issuing, { ...request, ...(this.until && { until: this.until }), ...change })
        return { outcome: 'issued', chain: [base64Of(seal), base64Of(change.by ?? this.issuing)] }
      })
    },
    chainOf: (chain, at) => judgeChain(chain, [this.root.certificate], at),
    revocation: async ([leaf = '']) => this.says(leaf),
  }
}

export const good: Revocation = {
  state: 'good',
  proofs: [{ of: 'holder', by: 'ocsp', der: 'MAA=', thisUpdate: '2026-11-25T09:00:00.000Z', nextUpdate: null }],
}
