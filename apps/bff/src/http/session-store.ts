import connectPgSimple from 'connect-pg-simple'
import type { Request, RequestHandler } from 'express'
import session from 'express-session'
import pg from 'pg'
import type { Config } from '../config.ts'

type Done = (error?: unknown) => void

/**
 * Sessions in PostgreSQL. Requests of one session overlap (a slow one, polling beside it), and each carries the session as
 * it was when it began; writing that back whole would undo a centre chosen meanwhile, or bring an ended session back to
 * life. So a session that was read is only ever updated, field by field, and one that is gone stays gone.
 */
export class SessionStore extends connectPgSimple(session) {
  readonly #pool: pg.Pool
  readonly #asRead = new WeakMap<session.SessionData, string>()

  constructor(pool: pg.Pool) {
    super({ pool, tableName: 'sessions', createTableIfMissing: false, disableTouch: true, pruneSessionInterval: 15 * 60 })
    this.#pool = pool
  }

  override createSession(req: Request, kept: session.SessionData): session.Session & session.SessionData {
    const read = super.createSession(req, kept)
    this.#asRead.set(read, JSON.stringify(read))
    return read
  }

  override set(sid: string, it: session.SessionData, done: Done = () => undefined): void {
    const asRead = this.#asRead.get(it)
    this.#asRead.set(it, JSON.stringify(it))
    if (asRead === undefined) return super.set(sid, it, done)
    const before = JSON.parse(asRead) as session.SessionData
    const signedIn = it.signedIn ? changedFields(before.signedIn ?? {}, it.signedIn) : {}
    const challenge = it.challenge && it.challenge.value !== before.challenge?.value ? { challenge: it.challenge } : {}
    if (Object.keys(signedIn).length + Object.keys(challenge).length === 0) return done()
    this.#pool
      .query(
        `UPDATE sessions SET expire = coalesce($4, expire), sess = sess || $2::jsonb || CASE WHEN sess ? 'signedIn'
           THEN jsonb_build_object('signedIn', (sess -> 'signedIn') || $3::jsonb) ELSE '{}' END
         WHERE sid = $1`,
        [sid, JSON.stringify(challenge), JSON.stringify(signedIn), it.cookie.expires ?? null],
      )
      .then(() => done(), done)
  }

  /** Takes the question under way out of the session in one statement: of two answers at once, one finds it. */
  async takeChallenge(sid: string): Promise<session.SessionData['challenge'] | null> {
    const { rows } = await this.#pool.query<{ challenge: session.SessionData['challenge'] }>(
      `UPDATE sessions SET sess = sessions.sess - 'challenge'
         FROM (SELECT sid, sess -> 'challenge' AS challenge FROM sessions WHERE sid = $1 AND sess ? 'challenge' FOR UPDATE) AS asked
        WHERE sessions.sid = asked.sid RETURNING asked.challenge`,
      [sid],
    )
    return rows[0]?.challenge ?? null
  }
}

/** Fields of a flat record that are new or other than before. None is ever removed. */
const changedFields = (before: object, after: object): Record<string, unknown> => {
  const old = new Map(Object.entries(before).map(([name, value]) => [name, JSON.stringify(value)]))
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== undefined && old.get(name) !== JSON.stringify(value)))
}

/**
 * Sessions in PostgreSQL, so that ending one ends it everywhere at once. The cookie is `__Host-`, Secure and Strict; only
 * on plain http (localhost) does it go without Secure and the prefix that demands it.
 */
export function sessions(config: Config): { middleware: RequestHandler; close: () => Promise<void> } {
  const isSecure = config.publicUrl.startsWith('https:')
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 5 })
  // An idle connection that breaks (the server restarts) must not take the process down; the next query opens another.
  pool.on('error', () => undefined)
  const store = new SessionStore(pool)
  const middleware = session({
    store,
    name: isSecure ? '__Host-noskhe' : 'noskhe',
    secret: config.sessionSecret,
    resave: false,
    saveUninitialized: false,
    proxy: true,
    cookie: { httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/', maxAge: config.session.hours * 3_600_000 },
  })
  return {
    middleware,
    close: async () => {
      store.close()
      if (!pool.ended) await pool.end()
    },
  }
}
