import { type KeyObject, createHash } from 'node:crypto'
import { BY_HASH, type DetachedJws, type JwsHeader } from '@noskhe/shared/signing/detached-jws'
import { FlattenedSign } from 'jose'
import type { Chain } from '../../national/health-ca/port.ts'

interface ToSeal {
  /** SHA-256 of the bytes, base64url. */
  digest: string
  /** Their name (URN), which is sealed along. */
  document: string
  at: Date
}

/** A detached JWS (RFC 7515, ES256) in the shape of JAdES, the same in which phones sign. */
export async function sealDigest(key: KeyObject, chain: Chain, { digest, document, at }: ToSeal): Promise<DetachedJws> {
  const header: JwsHeader = {
    alg: 'ES256',
    typ: 'jose+json',
    b64: false,
    crit: ['b64', 'sigT', 'sigD'],
    sigT: at.toISOString().replace(/\.\d+Z$/, 'Z'),
    x5c: [...chain],
    'x5t#S256': createHash('sha256').update(Buffer.from(chain[0] ?? '', 'base64')).digest('base64url'),
    sigD: { mId: BY_HASH, pars: [document], hashM: 'S256', hashV: [digest] },
  }
  const { protected: encoded = '', signature } = await new FlattenedSign(new Uint8Array())
    .setProtectedHeader({ ...header })
    .sign(key, { crit: { sigT: true, sigD: true } })
  return { protected: encoded, signature }
}
