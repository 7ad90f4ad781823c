import { createHash } from 'node:crypto'
import type { DetachedJws } from '@noskhe/shared/signing/detached-jws'
import { FlattenedSign } from 'jose'
import { type Holder, base64Of } from './authority.ts'

export interface Signing {
  digest: string
  document: string
  at: Date
  /** The certificates sent along; the signer's alone where not told. */
  chain?: Holder[]
  /** Members of the header that are otherwise than they should be. */
  header?: Record<string, unknown>
}

/** A detached certificate signature in the format of `signDigest` of the mobile signature, or with one thing wrong. */
export async function signDetached(signer: Holder, { digest, document, at, chain = [signer], header = {} }: Signing): Promise<DetachedJws> {
  const { protected: encoded = '', signature } = await new FlattenedSign(new Uint8Array())
    .setProtectedHeader({
      alg: 'ES256',
      typ: 'jose+json',
      b64: false,
      crit: ['b64', 'sigT', 'sigD'],
      sigT: at.toISOString().replace(/\.\d+Z$/, 'Z'),
      x5c: chain.map(base64Of),
      'x5t#S256': createHash('sha256').update(signer.certificate.der).digest('base64url'),
      sigD: { mId: 'http://uri.etsi.org/19182/ObjectIdByURIHash', pars: [document], hashM: 'S256', hashV: [digest] },
      ...header,
    })
    .sign(signer.key, { crit: { sigT: true, sigD: true } })
  return { protected: encoded, signature }
}
