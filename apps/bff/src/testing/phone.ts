import { type KeyObject, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { MobileSignature, SignatureOutcome } from '../national/mobile-signature/port.ts'

/** The phone of a signer, as the mobile signature service speaks for it. */
export class Phone {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  isEnrolled = false
  isKnown = true
  asked: { digest: string; summary: string } | null = null
  state: SignatureOutcome['state'] = 'pending'
  signedAt = '2026-11-25T09:00:30.000Z'
  /** Signs with another key than the one enrolled. */
  signsWith: KeyObject = this.#keys.privateKey

  readonly port: MobileSignature = {
    enrol: async () => {
      this.isEnrolled = this.isKnown
      return this.isKnown ? this.#key : null
    },
    keyOf: async () => (this.isEnrolled ? this.#key : null),
    request: async ({ digest, summary }) => {
      if (!this.isEnrolled) return { outcome: 'not-enrolled' }
      this.asked = { digest, summary }
      return { outcome: 'requested', handle: randomUUID(), expiresAt: '2026-11-25T09:02:00.000Z' }
    },
    outcome: async () => (this.state === 'signed' ? this.#signed() : { state: this.state }),
  }

  get #key() {
    return { keyId: 'key-1', publicKey: this.#keys.publicKey.export({ format: 'jwk' }) }
  }

  #signed(): SignatureOutcome {
    const digest = Buffer.from(this.asked?.digest ?? '', 'base64url')
    const signature = sign('sha256', digest, { key: this.signsWith, dsaEncoding: 'ieee-p1363' }).toString('base64url')
    return { state: 'signed', signature, signedAt: this.signedAt, ...this.#key }
  }
}
