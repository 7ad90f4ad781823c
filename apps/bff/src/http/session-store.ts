import connectPgSimple from 'connect-pg-simple'
import type { RequestHandler } from 'express'
import session from 'express-session'
import pg from 'pg'
import type { Config } from '../config.ts'

/**
 * Sessions in PostgreSQL, so that ending one ends it everywhere at once. The cookie is `__Host-`, Secure and Strict; only
 * on plain http (localhost) does it go without Secure and the prefix that demands it.
 */
export function sessions(config: Config): { middleware: RequestHandler; close: () => Promise<void> } {
  const isSecure = config.publicUrl.startsWith('https:')
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 5 })
  // An idle connection that breaks (the server restarts) must not take the process down; the next query opens another.
  pool.on('error', () => undefined)
  const Store = connectPgSimple(session)
  const store = new Store({ pool, tableName: 'sessions', createTableIfMissing: false, disableTouch: true, pruneSessionInterval: 15 * 60 })
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
      await store.close()
      if (!pool.ended) await pool.end()
    },
  }
}
