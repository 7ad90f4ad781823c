import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Router, urlencoded } from 'express'
import type { NextFunction, Request, Response } from 'express'
import { ditasHeader } from '@noskhe/national-wire/ditas'
import type { TokenRefusal, TokenReply } from '@noskhe/national-wire/ditas'
import { refusal, unknownWords } from '../answer.ts'
import { ditasAccount } from '../scenarios.ts'
import type { SandboxContext, Service } from '../service.ts'

const TOKEN_SECONDS = 1_200

/** The gateway's own door: a token by OAuth 2 password grant, then bearer and `pid` in front of every service behind it. */
export const ditas: Service = {
  name: 'ditas',
  title: 'دیتاس — درگاه تبادل وزارت بهداشت',
  mount: '/oauth',
  schema: 'CREATE TABLE IF NOT EXISTS ditas_tokens (hash TEXT PRIMARY KEY, expires_at TEXT NOT NULL) STRICT',
  seed: () => {},
  unknownAnswer: unknownWords({ token_type: 'mac' }),
  routes: ({ db, now }) => {
    const router = Router()
    router.post('/token', urlencoded({ extended: false }), (req, res) => {
      const refused = refusedGrant(req)
      if (refused !== null) {
        res.status(refused.error === 'invalid_client' ? 401 : 400).json(refused)
        return
      }
      const token = randomBytes(32).toString('base64url')
      const expiresAt = new Date(now().getTime() + TOKEN_SECONDS * 1_000).toISOString()
      db.prepare('DELETE FROM ditas_tokens WHERE expires_at < ?').run(now().toISOString())
      db.prepare('INSERT INTO ditas_tokens VALUES (?, ?)').run(hashOf(token), expiresAt)
      res.json({ access_token: token, token_type: 'bearer', expires_in: TOKEN_SECONDS } satisfies TokenReply)
    })
    return router
  },
}

/** Refuses a call behind the gateway without a live bearer token (401) or with another package id than ours (403). */
export const behindDitas =
  ({ db, now }: SandboxContext) =>
  (req: Request, res: Response, next: NextFunction): void => {
    const token = /^bearer (.+)$/i.exec(req.get('authorization') ?? '')?.[1]
    const row = token === undefined ? undefined : db.prepare('SELECT expires_at FROM ditas_tokens WHERE hash = ?').get(hashOf(token))
    const isLive = typeof row?.['expires_at'] === 'string' && row['expires_at'] > now().toISOString()
    const correlationId = req.get(ditasHeader.correlationId)
    if (correlationId !== undefined) res.set(ditasHeader.correlationId, correlationId)
    if (!isLive) {
      res.status(401).json({ error: 'invalid_token', error_description: 'The access token is missing or has expired' } satisfies TokenRefusal)
    } else if (req.get(ditasHeader.package) !== ditasAccount.pid) {
      res.status(403).json(refusal(403, 'این بستهٔ سرویس (pid) برای نرم‌افزار شما فعال نیست'))
    } else next()
  }

function refusedGrant(req: Request): TokenRefusal | null {
  const [, encoded = ''] = /^basic (.+)$/i.exec(req.get('authorization') ?? '') ?? []
  const client = Buffer.from(encoded, 'base64').toString('utf8')
  if (!same(client, `${ditasAccount.clientId}:${ditasAccount.clientSecret}`)) {
    return { error: 'invalid_client', error_description: 'Client authentication failed' }
  }
  const form: unknown = req.body
  const field = (name: string) => (typeof form === 'object' && form !== null ? String(Reflect.get(form, name) ?? '') : '')
  if (field('grant_type') !== 'password') return { error: 'unsupported_grant_type', error_description: 'Only password is granted' }
  if (!same(field('username'), ditasAccount.username) || !same(field('password'), ditasAccount.password)) {
    return { error: 'invalid_grant', error_description: 'Bad credentials' }
  }
  return null
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')
const same = (a: string, b: string) => timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)))
