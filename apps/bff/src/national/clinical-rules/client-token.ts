import { randomUUID, sign } from 'node:crypto'
import type { ClientKey } from '../../client-key.ts'

/** The specification wants it short: no call takes longer than this. */
const LIFE_SECONDS = 60

export type ClientTokens = (audience: string) => string

/**
 * Tokens by which a CDS service knows who calls (CDS Hooks 2.0, "Trusting CDS Clients"): a JWT for one call of one endpoint, with
 * where its public key stands.
 */
export const openClientTokens =
  ({ issuer, algorithm, kid, privateKey }: ClientKey, now: () => Date): ClientTokens =>
  (audience) => {
    const issuedAt = Math.floor(now().getTime() / 1000)
    const header = { alg: algorithm, typ: 'JWT', kid, jku: `${issuer}/.well-known/jwks.json` }
    const claims = { iss: issuer, aud: audience, iat: issuedAt, exp: issuedAt + LIFE_SECONDS, jti: randomUUID() }
    const signed = `${encoded(header)}.${encoded(claims)}`
    // JWS wants the two numbers of ECDSA side by side (RFC 7518, 3.4); for RSA the setting says nothing.
    const signature = sign('sha384', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' })
    return `${signed}.${signature.toString('base64url')}`
  }

const encoded = (it: object): string => Buffer.from(JSON.stringify(it)).toString('base64url')
