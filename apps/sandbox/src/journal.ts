import type { DatabaseSync } from 'node:sqlite'
import type { NextFunction, Request, Response } from 'express'
import * as z from 'zod'
import { ditasHeader } from '@noskhe/national-wire/ditas'
import type { Changes } from './changes.ts'

/**
 * Every call received, bodies included: this is the sandbox's memory of its callers, never the product's log. Tests ask it
 * questions such as "exactly one registration?".
 */
export const journalSchema = `
  CREATE TABLE IF NOT EXISTS sandbox_journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    service TEXT NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    status INTEGER,
    ms INTEGER NOT NULL,
    fault TEXT,
    software TEXT,
    correlation_id TEXT,
    request TEXT,
    response TEXT
  ) STRICT;
`

const KEPT_CALLS = 2_000
const KEPT_BODY = 20_000

const Call = z.object({
  id: z.number(),
  at: z.string(),
  service: z.string(),
  method: z.string(),
  path: z.string(),
  /** Null where the caller got no answer: it hung, was cut off, or gave up waiting. */
  status: z.number().nullable(),
  ms: z.number(),
  fault: z.string().nullable(),
  software: z.string().nullable(),
  correlationId: z.string().nullable(),
  request: z.string().nullable(),
  response: z.string().nullable(),
})
export type Call = z.infer<typeof Call>

export interface JournalFilter {
  service?: string | undefined
  path?: string | undefined
  limit?: number | undefined
}

export interface Journal {
  /** Middleware that writes one row for each call of `service`, at the moment it is answered or cut off. */
  of(service: string): (req: Request, res: Response, next: NextFunction) => void
  /** Newest first. `path` matches any part of the path. */
  calls(filter?: JournalFilter): Call[]
  call(id: number): Call | null
  clear(): void
}

export function openJournal(db: DatabaseSync, now: () => Date, changes: Changes): Journal {
  const insert = db.prepare(
    `INSERT INTO sandbox_journal (at, service, method, path, status, ms, fault, software, correlation_id, request, response)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const forget = db.prepare('DELETE FROM sandbox_journal WHERE id <= (SELECT max(id) FROM sandbox_journal) - ?')
  const columns = 'id, at, service, method, path, status, ms, fault, software, correlation_id AS correlationId, request, response'

  return {
    of: (service) => (req, res, next) => {
      const at = now().toISOString()
      const path = req.originalUrl
      const began = performance.now()
      watchAnswer(res, (answer) => {
        // Closing the sandbox cuts the connections that hang; nobody is left to ask about them.
        if (!db.isOpen) return
        const software = [req.get(ditasHeader.softwareId), req.get(ditasHeader.softwareVersion)].filter(Boolean).join(' ') || null
        const fault = typeof res.locals['fault'] === 'string' ? res.locals['fault'] : null
        insert.run(
          at, service, req.method, path, answer === null ? null : res.statusCode, Math.round(performance.now() - began), fault,
          software, req.get(ditasHeader.correlationId) ?? null, bodyText(req.body), answer,
        )
        forget.run(KEPT_CALLS)
        changes.tell()
      })
      next()
    },
    calls({ service, path, limit = 200 } = {}) {
      const rows = db
        .prepare(
          `SELECT ${columns} FROM sandbox_journal
           WHERE (?1 IS NULL OR service = ?1) AND (?2 IS NULL OR instr(path, ?2) > 0) ORDER BY id DESC LIMIT ?3`,
        )
        .all(service ?? null, path ?? null, limit)
      return z.array(Call).parse(rows)
    },
    call(id) {
      return Call.nullable().parse(db.prepare(`SELECT ${columns} FROM sandbox_journal WHERE id = ?`).get(id) ?? null)
    },
    clear() {
      db.exec('DELETE FROM sandbox_journal')
      changes.tell()
    },
  }
}

/**
 * Calls back once: with the beginning of the body just before the answer leaves, so that a caller who has its answer finds
 * its call in the journal; with null when the connection ends without an answer.
 */
function watchAnswer(res: Response, over: (answer: string | null) => void): void {
  const kept: Buffer[] = []
  let length = 0
  let isOver = false
  const keep = (chunk: unknown) => {
    if (length >= KEPT_BODY || !(typeof chunk === 'string' || chunk instanceof Uint8Array)) return
    const bytes = Buffer.from(chunk)
    kept.push(bytes)
    length += bytes.length
  }
  const once = (answer: string | null) => {
    if (isOver) return
    isOver = true
    over(answer)
  }
  const write = res.write.bind(res) as (...args: unknown[]) => boolean
  const end = res.end.bind(res) as (...args: unknown[]) => Response
  res.write = (...args: unknown[]) => {
    keep(args[0])
    return write(...args)
  }
  res.end = (...args: unknown[]) => {
    keep(args[0])
    once(Buffer.concat(kept).toString('utf8').slice(0, KEPT_BODY))
    return end(...args)
  }
  res.on('close', () => once(null))
}

function bodyText(body: unknown): string | null {
  if (body === undefined || body === null) return null
  return (typeof body === 'string' ? body : JSON.stringify(body)).slice(0, KEPT_BODY)
}
