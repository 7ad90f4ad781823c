import { randomUUID } from 'node:crypto'
import type { DetachedJws } from '@noskhe/shared/signing/detached-jws'
import { judgeChain } from '@noskhe/evidence/certificates/chain'
import type { HealthCa, Revocation } from '../national/health-ca/port.ts'
import type { MobileSignature, SignatureOutcome } from '../national/mobile-signature/port.ts'
import { type Holder, base64Of, makeIssuing, makeMember, makeRoot } from './authority.ts'
import { type Signing, signDetached } from './jws.ts'

const began = new Date('2026-11-25T09:00:00.000Z')

/** One Health CA for all tests of a file; its root is what is trusted. */
const authorities = (async () => {
  const root = await makeRoot(began)
  return { root, issuing: await makeIssuing(began, root) }
})()

const good: Revocation = {
  state: 'good',
  proofs: [{ of: 'holder', by: 'ocsp', der: 'MAA=', thisUpdate: began.toISOString(), nextUpdate: null }],
}

/** The phone of a signer, as the mobile signature service speaks for it, and the authority that certified its key. */
export class Phone {
  readonly #councilNumberOf: (nationalCode: string) => Promise<string>
  readonly #holders = new Map<string, Promise<Holder>>()
  hasCertificate = true
  asked: { digest: string; document: string; summary: string; nationalCode: string } | null = null
  state: SignatureOutcome['state'] = 'pending'
  signedAt: Date
  /** What the authority says of the certificate. */
  revocation: Revocation = good
  /** What of a signature is otherwise than it should be. */
  signs: (honest: Signing, authorities: { root: Holder; issuing: Holder; holder: Holder }) => Promise<DetachedJws> = (honest, { holder }) => signDetached(holder, honest)

  constructor(councilNumberOf: (nationalCode: string) => Promise<string>, signedAt: Date) {
    this.signedAt = signedAt
    this.#councilNumberOf = councilNumberOf
  }

  readonly port: MobileSignature = {
    request: async (request) => {
      if (!this.hasCertificate) return { outcome: 'no-certificate' }
      this.asked = request
      return { outcome: 'requested', handle: randomUUID(), expiresAt: new Date(began.getTime() + 120_000).toISOString() }
    },
    outcome: async () => (this.state === 'signed' ? { state: 'signed', jws: await this.#sign() } : { state: this.state }),
  }

  /** The part of the authority that signing asks; chains are judged as they really are. */
  readonly authority: Pick<HealthCa, 'certificateOf' | 'chainOf' | 'revocation'> = {
    certificateOf: async (nationalCode) => (this.hasCertificate ? this.#chainOf(await this.holderOf(nationalCode)) : null),
    chainOf: (chain, at) => judgeChain(chain, this.#roots, at),
    revocation: async () => this.revocation,
  }

  #roots: Holder['certificate'][] = []

  async #chainOf(holder: Holder): Promise<string[]> {
    const { root, issuing } = await authorities
    this.#roots = [root.certificate]
    return [base64Of(holder), base64Of(issuing)]
  }

  /** Her certificate and key. */
  holderOf(nationalCode: string): Promise<Holder> {
    const known = this.#holders.get(nationalCode) ?? this.#make(nationalCode)
    this.#holders.set(nationalCode, known)
    return known
  }

  async #make(nationalCode: string): Promise<Holder> {
    const { issuing } = await authorities
    return makeMember(began, issuing, { nationalCode, councilNumber: await this.#councilNumberOf(nationalCode) })
  }

  async #sign(): Promise<DetachedJws> {
    if (!this.asked) throw new Error('Nothing was asked')
    const { root, issuing } = await authorities
    const holder = await this.holderOf(this.asked.nationalCode)
    const { digest, document } = this.asked
    return this.signs({ digest, document, at: this.signedAt, chain: [holder, issuing] }, { root, issuing, holder })
  }
}
