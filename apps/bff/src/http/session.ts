import { Failure } from '@noskhe/shared/failure'
import type { Post } from '@noskhe/shared/auth/session'
import type { Request } from 'express'
import type { Actor, Workplace } from '../context.ts'
import { SessionStore } from './session-store.ts'

/** What the server keeps of someone who signed in. The browser holds only the session's name in an HttpOnly cookie. */
export interface SignedIn {
  /** Public name of the session, for lists; not the cookie's secret. */
  id: string
  person: Omit<Actor, 'at' | 'ip' | 'agent'> & { gender: 'male' | 'female' }
  by: 'passkey' | 'one-time-code'
  device: string
  signedInAt: number
  /** Absolute end, epoch milliseconds. */
  endsAt: number
  lastActiveAt: number
  at: Workplace | null
  /** Where she works, as SIAM told when it last was asked. */
  posts: KnownPosts
  /** Set by another session of the same person that chose to live instead. */
  endedElsewhere?: true
}

export interface KnownPosts {
  list: Post[]
  /** Whether SIAM answered the last time; otherwise the list is an older one. */
  isAnswered: boolean
  /** Epoch milliseconds. */
  askedAt: number
}

/** A WebAuthn question under way; single use. */
export interface Challenge {
  purpose: 'enrol' | 'sign-in'
  value: string
  expiresAt: number
}

declare module 'express-session' {
  interface SessionData {
    signedIn: SignedIn
    challenge: Challenge
  }
}

/** The session as use cases of signing in may use it; everyone else is given only the actor. */
export interface SessionKeeper {
  signedIn: () => SignedIn | null
  /** Opens a session under a new name, so that a name planted before signing in is worth nothing. */
  open: (signedIn: SignedIn) => Promise<void>
  change: (change: Partial<SignedIn>) => void
  end: () => Promise<void>
  ask: (challenge: Challenge) => void
  /** Takes the question under way out, so that it is answered once, also where two answers come at the same time. */
  takeChallenge: () => Promise<Challenge | null>
}

const settled = (call: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => call((error) => (error ? reject(error instanceof Error ? error : new Error('session store')) : resolve())))

/** How long a visitor who was asked a question and did not sign in is remembered. */
const VISITOR_MS = 5 * 60_000

export const keeperOf = (req: Request): SessionKeeper => ({
  signedIn: () => req.session.signedIn ?? null,
  open: async (signedIn) => {
    await settled((done) => req.session.regenerate(done))
    req.session.signedIn = signedIn
    await settled((done) => req.session.save(done))
  },
  change: (change) => {
    if (req.session.signedIn) req.session.signedIn = { ...req.session.signedIn, ...change }
  },
  end: () => settled((done) => req.session.destroy(done)),
  ask: (challenge) => {
    req.session.challenge = challenge
    // Nobody has signed in yet: what was kept of a visitor goes with the question.
    if (!req.session.signedIn) req.session.cookie.maxAge = VISITOR_MS
  },
  takeChallenge: async () => {
    delete req.session.challenge
    return req.sessionStore instanceof SessionStore ? req.sessionStore.takeChallenge(req.sessionID) : null
  },
})

/** How often an active session is written back; finer would only cost writes. */
const TOUCH_MS = 15_000

/**
 * The actor behind a request, or null. A session that idled too long, reached its end or was ended elsewhere is refused
 * with that reason, however often it asks: several calls and tabs of a page learn of the end, and each must be able to say
 * it. It is gone with its cookie, or when she signs in again. `isUser` calls prolong it; polling does not.
 */
export function actorOf(req: Request, limits: { idleMs: number; now: number; isUser: boolean }): Actor | null {
  const signedIn = req.session.signedIn
  if (!signedIn) return null
  const refusal = signedIn.endedElsewhere
    ? 'session.ended-elsewhere'
    : limits.now >= signedIn.endsAt || limits.now - signedIn.lastActiveAt >= limits.idleMs
      ? 'session.expired'
      : null
  if (refusal) throw new Failure(refusal)
  if (limits.isUser && limits.now - signedIn.lastActiveAt > TOUCH_MS) keeperOf(req).change({ lastActiveAt: limits.now })
  return { ...signedIn.person, at: signedIn.at, ip: req.ip ?? '', agent: req.get('user-agent') ?? '' }
}
