import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Router, urlencoded } from 'express'
import type { NextFunction, Request, Response } from 'express'
import { ditasHeader } from '@noskhe/national-wire/ditas'
import type { TokenRefusal, TokenReply } from '@noskhe/national-wire/ditas'
import { refusal } from './answer.ts'
import type { SandboxContext } from './service.ts'

const TOKEN_SECONDS = 1_200

/** The account of a software at a gateway, and the id of its package there. */
interface GatewayAccount {
  username: string
  password: string
  clientId: string
  clientSecret: string
  pid: string
}

/** A gateway's door: `token` serves the password grant, `behind` stands in front of its services. */
export interface GatewayDoor {
  schema: string
  token: (context: SandboxContext) => Router
  /** Refuses a call without a live bearer token of this gateway (401) or with another package id than ours (403). */
  behind: (context: SandboxContext) => (req: Request, res: Response, next: NextFunction) => void
}

/** OAuth 2 password grant, then bearer and `pid`. Every gateway has accounts and tokens of its own. */
export function gatewayDoor({ account, table }: { account: GatewayAccount; table: string }): GatewayDoor {
  return {
    schema: `CREATE TABLE IF NOT EXISTS ${table} (hash TEXT PRIMARY KEY, expires_at TEXT NOT NULL) STRICT;`,

    token({ db, now }) {
      const router = Router()
      router.post('/token', urlencoded({ extended: false }), (req, res) => {
        const refused = refusedGrant(req, account)
        if (refused !== null) {
          res.status(refused.error === 'invalid_client' ? 401 : 400).json(refused)
          return
        }
        const token = randomBytes(32).toString('base64url')
        const expiresAt = new Date(now().getTime() + TOKEN_SECONDS * 1_000).toISOString()
        db.prepare(`DELETE FROM ${table} WHERE expires_at < ?`).run(now().toISOString())
        db.prepare(`INSERT INTO ${table} VALUES (?, ?)`).run(hashOf(token), expiresAt)
        res.json({ access_token: token, token_type: 'bearer', expires_in: TOKEN_SECONDS } satisfies TokenReply)
      })
      return router
    },

    behind:
      ({ db, now }) =>
      (req, res, next) => {
        const token = /^bearer (.+)$/i.exec(req.get('authorization') ?? '')?.[1]
        const row = token === undefined ? undefined : db.prepare(`SELECT expires_at FROM ${table} WHERE hash = ?`).get(hashOf(token))
        const isLive = typeof row?.['expires_at'] === 'string' && row['expires_at'] > now().toISOString()
        const correlationId = req.get(ditasHeader.correlationId)
        if (correlationId !== undefined) res.set(ditasHeader.correlationId, correlationId)
        if (!isLive) {
          res.status(401).json({ error: 'invalid_token', error_description: 'The access token is missing or has expired' } satisfies TokenRefusal)
        } else if (req.get(ditasHeader.package) !== account.pid) {
          res.status(403).json(refusal(403, 'این بستهٔ سرویس (pid) برای نرم‌افزار شما فعال نیست'))
        } else next()
      },
  }
}

function refusedGrant(req: Request, account: GatewayAccount): TokenRefusal | null {
  const [, encoded = ''] = /^basic (.+)$/i.exec(req.get('authorization') ?? '') ?? []
  const client = Buffer.from(encoded, 'base64').toString('utf8')
  if (!same(client, `${account.clientId}:${account.clientSecret}`)) {
    return { error: 'invalid_client', error_description: 'Client authentication failed' }
  }
  const form: unknown = req.body
  const field = (name: string) => (typeof form === 'object' && form !== null ? String(Reflect.get(form, name) ?? '') : '')
  if (field('grant_type') !== 'password') return { error: 'unsupported_grant_type', error_description: 'Only password is granted' }
  if (!same(field('username'), account.username) || !same(field('password'), account.password)) {
    return { error: 'invalid_grant', error_description: 'Bad credentials' }
  }
  return null
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')
const same = (a: string, b: string) => timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)))
