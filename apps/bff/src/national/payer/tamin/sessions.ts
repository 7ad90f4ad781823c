import { createHash, randomBytes } from 'node:crypto'
import { AccountRefusal, AuthorizeReply, TokenReply, UserInfoReply } from '@noskhe/national-wire/tamin/account'
import type { UserInfo } from '@noskhe/national-wire/tamin/account'
import { MutationReply } from '@noskhe/national-wire/tamin'
import type { MutationResult } from '@noskhe/national-wire/tamin'
import type * as z from 'zod'
import { beforeSending } from '../../gateway/before-sending.ts'
import { NationalUnavailable, NationalUnreadable } from '../../gateway/failures.ts'
import { openKeeper } from '../keeper.ts'
import type { Party, Refused } from '../port.ts'
import { accountClosed, refusalOf, sessionEnded, signInRefused, softwareRefused } from './outcomes.ts'
import { SERVICE } from './transport.ts'
import type { Sent, Transport } from './transport.ts'

export type Answer<T> = { outcome: 'answered'; info: T } | Refused

/** The part of an access token's life in which it is used. */
const TOKEN_USED = 0.8
const SECOND = 1_000
const MOST_REMEMBERED = 2_000

export interface SessionOptions {
  clientId: string
  /** Declared at Tamin once; the code comes back with the answer and nobody is sent there. */
  redirectUri: string
  now: () => Date
}

interface Session {
  token: string
  refreshToken: string
  who: UserInfo
}

type Request = Omit<Sent, 'token'>

export interface Sessions {
  /** Whose account it is. */
  who(party: Party): Promise<Answer<UserInfo>>
  /** A question, or an act of the pharmacy: its answer stands in `data`. */
  ask<T>(party: Party, request: Request, reply: z.ZodType<{ data: T | null; error_Code: string | null; error_Msg: string | null }>): Promise<Answer<T>>
  /** Create, edit, delete: the result as it came, refusals too, because a 304 is one and is not. */
  tell(party: Party, request: Omit<Request, 'isRead'>): Promise<Answer<MutationResult>>
  /** A reference list. */
  list<T>(party: Party, request: Omit<Request, 'isRead'>, reply: z.ZodType<{ data: { list: T[] } }>): Promise<Answer<T[]>>
}

export function openSessions(transport: Transport, { clientId, redirectUri, now }: SessionOptions): Sessions {
  const sessions = openKeeper<Answer<Session>>(now)
  /** The last session of an account, for its refresh token and its owner. */
  const last = new Map<string, Session>()

  const open = (party: Party) =>
    sessions.get(keyOf(party), async () => {
      const before = last.get(keyOf(party))
      const opened = (before && (await refresh(before))) ?? (await signIn(party))
      if (opened.outcome === 'refused') return { value: opened, forMs: null }
      remember(keyOf(party), opened.info.session)
      return { value: { outcome: 'answered', info: opened.info.session }, forMs: opened.info.seconds * SECOND * TOKEN_USED }
    })

  function remember(key: string, session: Session): void {
    const [oldest] = last.keys()
    if (last.size >= MOST_REMEMBERED && oldest !== undefined) last.delete(oldest)
    last.delete(key)
    last.set(key, session)
  }

  type Opened = { session: Session; seconds: number }

  /** Null where the refresh token is no longer taken: she signs in anew. */
  async function refresh({ refreshToken, who }: Session): Promise<Answer<Opened> | null> {
    const granted = await token({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId })
    return granted.outcome === 'refused' ? null : { outcome: 'answered', info: opened(granted.info, who) }
  }

  /** Authorization code with PKCE (RFC 7636), S256. */
  async function signIn({ username, password }: Party): Promise<Answer<Opened>> {
    const verifier = randomBytes(48).toString('base64url')
    const state = randomBytes(12).toString('base64url')
    const asked = {
      response_type: 'code', client_id: clientId, redirect_uri: redirectUri, state, username, password,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
    }
    const authorized = await account({ path: ['auth', 'server', 'authorize'], form: asked, isRead: false }, AuthorizeReply)
    if (authorized.outcome === 'refused') return authorized
    if (authorized.info.state !== state) throw new NationalUnreadable(SERVICE, { cause: new Error('Another state came back'), sent: 'no' })
    const granted = await token({
      grant_type: 'authorization_code', code: authorized.info.code, client_id: clientId, redirect_uri: redirectUri, code_verifier: verifier,
    })
    if (granted.outcome === 'refused') return granted
    const who = await account({ path: ['auth', 'server', 'userinfo'], token: granted.info.access_token, isRead: true }, UserInfoReply)
    return who.outcome === 'refused' ? who : { outcome: 'answered', info: opened(granted.info, who.info) }
  }

  const token = (form: Record<string, string>) => account({ path: ['auth', 'server', 'v2', 'token'], form, isRead: false }, TokenReply)

  const opened = (it: TokenReply, who: UserInfo): Opened => ({
    session: { token: it.access_token, refreshToken: it.refresh_token, who }, seconds: it.expires_in,
  })

  async function account<T>(call: Sent, reply: z.ZodType<T>): Promise<Answer<T>> {
    const { status, json } = await transport.send(call)
    if (status === 200) return { outcome: 'answered', info: read(reply, json) }
    const { error } = read(AccountRefusal, json)
    if (error === 'access_denied') return signInRefused
    if (error === 'account_closed') return accountClosed
    return error === 'invalid_client' ? softwareRefused : sessionEnded
  }

  /** One call under her token; a token that ran out is renewed once. */
  async function send(party: Party, request: Request): Promise<Answer<unknown>> {
    for (let isLast = false; ; isLast = true) {
      const session = await beforeSending(() => open(party))
      if (session.outcome === 'refused') return session
      const { status, json } = await transport.send({ ...request, token: session.info.token })
      if (status === 200) return { outcome: 'answered', info: json }
      // Anything else than 401 is not of Tamin but of something that stands before it.
      if (status !== 401) throw new NationalUnavailable(SERVICE, { cause: new Error(`HTTP ${status}`), sent: 'no' })
      sessions.drop(keyOf(party), session)
      if (isLast) return sessionEnded
    }
  }

  return {
    async who(party) {
      const session = await open(party)
      return session.outcome === 'refused' ? session : { outcome: 'answered', info: session.info.who }
    },
    async ask(party, request, reply) {
      const answer = await send(party, request)
      if (answer.outcome === 'refused') return answer
      const { data, error_Code, error_Msg } = read(reply, answer.info)
      if (error_Code !== null) return refusalOf(error_Code, error_Msg)
      if (data === null) throw new NationalUnreadable(SERVICE, { cause: new Error('Neither an answer nor a refusal'), sent: 'maybe' })
      return { outcome: 'answered', info: data }
    },
    async tell(party, request) {
      const answer = await send(party, { ...request, isRead: false })
      return answer.outcome === 'refused' ? answer : { outcome: 'answered', info: read(MutationReply, answer.info).data.result }
    },
    async list(party, request, reply) {
      const answer = await send(party, { ...request, isRead: true })
      return answer.outcome === 'refused' ? answer : { outcome: 'answered', info: read(reply, answer.info).data.list }
    },
  }
}

function read<T>(schema: z.ZodType<T>, json: unknown): T {
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new NationalUnreadable(SERVICE, { cause: parsed.error, sent: 'maybe' })
  return parsed.data
}

/** The password is part of it, so that a wrong one never finds the session that the right one opened. */
const keyOf = ({ username, password }: Party) => createHash('sha256').update(JSON.stringify([username, password])).digest('hex')
