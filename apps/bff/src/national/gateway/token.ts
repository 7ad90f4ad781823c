import { TokenReply } from '@noskhe/national-wire/ditas'
import { exchange } from './exchange.ts'
import { NationalUnavailable, NationalUnreadable } from './failures.ts'

export interface GatewayAccount {
  baseUrl: string
  username: string
  password: string
  clientId: string
  clientSecret: string
}

export interface TokenKeeper {
  /** A token good for the next call; concurrent callers share one request for it. */
  token(): Promise<string>
  /** Told that the gateway refused this token, so that the next caller gets another. */
  drop(token: string): void
}

/** The gateway refuses a token in its last minute; a fifth of its life covers short-lived ones too. */
const renewBeforeMs = (lifeMs: number) => Math.max(60_000, lifeMs / 5)

export function openTokenKeeper(account: GatewayAccount, deadlineMs: number, now: () => Date): TokenKeeper {
  let held: { token: string; renewAt: number } | null = null
  let underWay: Promise<string> | null = null

  async function renew(): Promise<string> {
    const asked = now().getTime()
    const { access_token: token, expires_in: seconds } = await requestToken(account, deadlineMs)
    const lifeMs = seconds * 1_000
    held = { token, renewAt: asked + Math.max(lifeMs - renewBeforeMs(lifeMs), 0) }
    return token
  }

  return {
    token() {
      if (held !== null && now().getTime() < held.renewAt) return Promise.resolve(held.token)
      underWay ??= renew().finally(() => (underWay = null))
      return underWay
    },
    drop(token) {
      if (held?.token === token) held = null
    },
  }
}

/** OAuth 2 password grant (RFC 6749 §4.3). Nothing of the caller's own request has been sent when it fails. */
async function requestToken({ baseUrl, username, password, clientId, clientSecret }: GatewayAccount, deadlineMs: number): Promise<TokenReply> {
  try {
    const { status, json } = await exchange({
      service: 'ditas',
      method: 'POST',
      url: new URL('oauth/token', withSlash(baseUrl)),
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'password', username, password }).toString(),
      signal: AbortSignal.timeout(deadlineMs),
    })
    if (status !== 200) throw new NationalUnavailable('ditas', { cause: new Error(`HTTP ${status} to the password grant`), sent: 'no' })
    const reply = TokenReply.safeParse(json)
    if (!reply.success) throw new NationalUnreadable('ditas', { cause: reply.error, sent: 'no' })
    return reply.data
  } catch (cause) {
    if (cause instanceof NationalUnavailable && cause.sent === 'maybe') {
      throw new NationalUnavailable('ditas', { cause, timedOut: cause.timedOut, sent: 'no' })
    }
    throw cause instanceof NationalUnreadable ? new NationalUnreadable('ditas', { cause, sent: 'no' }) : cause
  }
}

export const withSlash = (baseUrl: string): string => (baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`)
