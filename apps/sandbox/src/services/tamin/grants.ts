import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import type { AccountRefusal, AuthorizeRequest, TokenReply, TokenRequest } from '@noskhe/national-wire/tamin/account'
import { one } from '../../database.ts'
import { taminClients } from '../../scenarios.ts'
import { accountOf } from './rows.ts'
import type { Account } from './rows.ts'

const ACCESS_SECONDS = 3_600
const CODE_SECONDS = 300
/** From one sign-in of hers to the next: renewing does not make it longer. Said of Tamin by its users; the guide tells no number. */
const SIGNED_IN_SECONDS = 4 * 3_600

const Grant = z.object({
  hash: z.string(),
  kind: z.enum(['code', 'access', 'refresh']),
  username: z.string(),
  client_id: z.string(),
  redirect_uri: z.string().nullable(),
  challenge: z.string().nullable(),
  expires_at: z.string(),
})
type Grant = z.infer<typeof Grant>
type Bound = Pick<Grant, 'kind' | 'username' | 'client_id'> & Partial<Pick<Grant, 'redirect_uri' | 'challenge'>>

const clients: readonly string[] = taminClients

/** A code for a person who knows her password, bound to client, redirect address and challenge (RFC 7636). */
export function authorize(db: DatabaseSync, it: z.output<typeof AuthorizeRequest>, now: Date): string | AccountRefusal {
  if (!clients.includes(it.client_id)) return refused('invalid_client', 'This client is not registered')
  const account = db.prepare('SELECT 1 FROM tamin_account WHERE username = ? AND password = ?').get(it.username, it.password)
  if (account === undefined) return refused('access_denied', 'Wrong username or password')
  const closed = db.prepare('SELECT 1 FROM tamin_closed_account WHERE username = ?').get(it.username)
  if (closed !== undefined) return refused('account_closed', 'This account may not sign in')
  const bound = { kind: 'code', username: it.username, client_id: it.client_id, redirect_uri: it.redirect_uri, challenge: it.code_challenge } as const
  return issue(db, bound, after(now, CODE_SECONDS), now)
}

/** Exchanges a code or a refresh token; either is good for one exchange. */
export function exchange(db: DatabaseSync, it: z.output<typeof TokenRequest>, now: Date): TokenReply | AccountRefusal {
  const secret = it.grant_type === 'authorization_code' ? it.code : it.refresh_token
  const grant = take(db, secret, it.grant_type === 'authorization_code' ? 'code' : 'refresh', now)
  if (grant === null || grant.client_id !== it.client_id) return refused('invalid_grant', 'The grant is unknown, used, expired or of another client')
  if (it.grant_type === 'authorization_code') {
    const isBearers = challengeOf(it.code_verifier) === grant.challenge && it.redirect_uri === grant.redirect_uri
    if (!isBearers) return refused('invalid_grant', 'Verifier or redirect address do not fit the code')
  }
  const bound = { username: grant.username, client_id: grant.client_id }
  const signedInUntil = it.grant_type === 'refresh_token' ? grant.expires_at : after(now, SIGNED_IN_SECONDS)
  return {
    access_token: issue(db, { ...bound, kind: 'access' }, after(now, ACCESS_SECONDS), now),
    refresh_token: issue(db, { ...bound, kind: 'refresh' }, signedInUntil, now),
    token_type: 'Bearer',
    expires_in: ACCESS_SECONDS,
  }
}

/** Whose live access token a call carries; null for none. */
export function bearerOf(db: DatabaseSync, authorization: string | undefined, now: Date): { account: Account; clientId: string } | null {
  const token = /^bearer (.+)$/i.exec(authorization ?? '')?.[1]
  const grant = token === undefined ? null : find(db, token, 'access', now)
  return grant && { account: accountOf(db, grant.username), clientId: grant.client_id }
}

function issue(db: DatabaseSync, { kind, username, client_id, redirect_uri = null, challenge = null }: Bound, expiresAt: string, now: Date): string {
  const secret = randomBytes(32).toString('base64url')
  db.prepare('DELETE FROM tamin_grant WHERE expires_at < ?').run(now.toISOString())
  db.prepare('INSERT INTO tamin_grant VALUES (?, ?, ?, ?, ?, ?, ?)').run(hashOf(secret), kind, username, client_id, redirect_uri, challenge, expiresAt)
  return secret
}

function take(db: DatabaseSync, secret: string, kind: Grant['kind'], now: Date): Grant | null {
  const grant = find(db, secret, kind, now)
  if (grant !== null) db.prepare('DELETE FROM tamin_grant WHERE hash = ?').run(grant.hash)
  return grant
}

const find = (db: DatabaseSync, secret: string, kind: Grant['kind'], now: Date) =>
  one(db, Grant, 'SELECT * FROM tamin_grant WHERE hash = ? AND kind = ? AND expires_at > ?', hashOf(secret), kind, now.toISOString())

const after = (now: Date, seconds: number): string => new Date(now.getTime() + seconds * 1_000).toISOString()
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
const refused = (error: AccountRefusal['error'], error_description: string): AccountRefusal => ({ error, error_description })
