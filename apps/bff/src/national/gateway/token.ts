import { TokenReply } from '@noskhe/national-wire/ditas'
import type { Calls } from './calls.ts'
import { exchange } from './exchange.ts'
import { NationalUnavailable, NationalUnreadable, unsent } from './failures.ts'

export const DITAS = 'ditas'

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

interface Held {
  token: string
  /** From here on another is fetched, while this one still serves. */
  renewAt: number
  /** From here on this one is not used any more. */
  uselessAt: number
}

/** The gateway refuses a token in its last minute; a tenth of its life covers short-lived ones too. */
const uselessBeforeMs = (lifeMs: number) => Math.min(Math.max(60_000, lifeMs / 10), lifeMs)
/** The part of its usable life after which a token is renewed, so that nobody waits for the next one. */
const RENEWED_AFTER = 0.85

export function openTokenKeeper(account: GatewayAccount, calls: Calls, now: () => Date): TokenKeeper {
  let held: Held | null = null
  let underWay: Promise<string> | null = null

  async function renew(): Promise<string> {
    const asked = now().getTime()
    const { access_token: token, expires_in: seconds } = await requestToken(account, calls)
    const usableMs = seconds * 1_000 - uselessBeforeMs(seconds * 1_000)
    held = { token, renewAt: asked + usableMs * RENEWED_AFTER, uselessAt: asked + usableMs }
    return token
  }

  const renewOnce = () => (underWay ??= renew().finally(() => (underWay = null)))

  return {
    token() {
      const at = now().getTime()
      if (held === null || at >= held.uselessAt) return renewOnce()
      // Whoever comes after it is useless hears of the failure; until then it harms nobody and stands in the call log.
      if (at >= held.renewAt) renewOnce().catch(() => {})
      return Promise.resolve(held.token)
    },
    drop(token) {
      if (held?.token === token) held = null
    },
  }
}

/** OAuth 2 password grant (RFC 6749 §4.3). Nothing of the caller's own request has been sent when it fails. */
async function requestToken(account: GatewayAccount, calls: Calls): Promise<TokenReply> {
  try {
    return await calls.call({ service: DITAS, path: 'oauth/token', isRead: true }, async ({ signal, headers }) => {
      const { status, json } = await exchange({ ...grantOf(account), service: DITAS, method: 'POST', signal, headers: { ...headers, ...formOf(account) } })
      if (status !== 200) throw new NationalUnavailable(DITAS, { cause: new Error(`HTTP ${status} to the password grant`), why: 'refused', sent: 'no' })
      const reply = TokenReply.safeParse(json)
      if (!reply.success) throw new NationalUnreadable(DITAS, { cause: reply.error, sent: 'no' })
      return reply.data
    })
  } catch (error) {
    throw unsent(error)
  }
}

const grantOf = ({ baseUrl, username, password }: GatewayAccount) => ({
  url: new URL('oauth/token', withSlash(baseUrl)),
  body: new URLSearchParams({ grant_type: 'password', username, password }).toString(),
})

const formOf = ({ clientId, clientSecret }: GatewayAccount) => ({
  authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
  'content-type': 'application/x-www-form-urlencoded',
})

export const withSlash = (baseUrl: string): string => (baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`)
