import { createPublicKey, verify } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import * as z from 'zod'
import type { SandboxContext } from '../../service.ts'

const Header = z.object({ alg: z.enum(['ES384', 'RS384']), typ: z.literal('JWT'), kid: z.string() })
const Claims = z.object({ iss: z.string(), aud: z.union([z.string(), z.array(z.string())]), exp: z.int(), iat: z.int(), jti: z.string().min(1) })
const KeySet = z.object({ keys: z.array(z.looseObject({ kid: z.string() })) })

/** Two clocks may differ by so much. */
const SKEW_SECONDS = 60
/** The specification: no longer than five minutes ("Trusting CDS Clients"). */
const LONGEST_LIFE_SECONDS = 300

/**
 * Asks who calls, as a CDS service does: a JWT signed by a client that it knows, for this very endpoint, that was not used before.
 * With no clients configured everybody may call, and a token that is sent is looked at by nobody.
 */
export function onlyKnownClients({ cdsClients = new Map(), now }: SandboxContext) {
  const used = new Map<string, number>()

  async function refusalOf(req: Request): Promise<string | null> {
    const token = /^Bearer (\S+)$/.exec(req.headers.authorization ?? '')?.[1]
    if (token === undefined) return 'A JWT is required'
    const read = readToken(token)
    if (read === null) return 'Not a JWT of ES384 or RS384'
    const { claims, header } = read
    const jwks = cdsClients.get(claims.iss)
    if (jwks === undefined) return 'The issuer is not known here'
    if (!(await isSignedBy(jwks, header, token))) return 'The signature is not the issuer’s'
    return faultIn(claims, `http://${req.headers.host}${req.originalUrl}`)
  }

  function faultIn({ aud, exp, iat, jti }: z.infer<typeof Claims>, endpoint: string): string | null {
    const at = now().getTime() / 1000
    if (![aud].flat().includes(endpoint)) return 'The token is for another endpoint'
    if (exp <= at - SKEW_SECONDS || iat > at + SKEW_SECONDS || exp - iat > LONGEST_LIFE_SECONDS) return 'The token is not valid now'
    for (const [known, until] of used) if (until < at - SKEW_SECONDS) used.delete(known)
    if (used.has(jti)) return 'The token was used before'
    used.set(jti, exp)
    return null
  }

  return (req: Request, res: Response, next: NextFunction): void => {
    if (cdsClients.size === 0) return next()
    refusalOf(req).then((message) => (message === null ? next() : void res.status(401).json({ message })), next)
  }
}

function readToken(token: string) {
  const [header, claims] = token.split('.')
  try {
    return { header: Header.parse(decoded(header)), claims: Claims.parse(decoded(claims)) }
  } catch {
    return null
  }
}

const decoded = (part = ''): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))

async function isSignedBy(jwks: string, { alg, kid }: z.infer<typeof Header>, token: string): Promise<boolean> {
  const end = token.lastIndexOf('.')
  try {
    const response = await fetch(jwks)
    const jwk = KeySet.parse(await response.json()).keys.find((key) => key.kid === kid)
    if (jwk === undefined) return false
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    if ((alg === 'ES384') !== (key.asymmetricKeyType === 'ec')) return false
    return verify('sha384', Buffer.from(token.slice(0, end)), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(token.slice(end + 1), 'base64url'))
  } catch {
    return false
  }
}
