import type { DatabaseSync } from 'node:sqlite'
import type { NextFunction, Request, Response } from 'express'
import * as z from 'zod'
import { Fault } from './fault.ts'
import type { Service } from './service.ts'
import { strike } from './strike.ts'

/** Switches that make a service misbehave; kept in the database so that a restart does not heal it. */
export const faultsSchema = `
  CREATE TABLE IF NOT EXISTS sandbox_faults (
    service TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    ms INTEGER,
    times INTEGER,
    path TEXT
  ) STRICT;
`

const Row = z.object({
  service: z.string(),
  kind: Fault.shape.kind,
  ms: z.number().nullable(),
  times: z.number().nullable(),
  path: z.string().nullable(),
})

export interface Faults {
  all(): (Fault & { service: string })[]
  set(service: string, fault: Fault): void
  clear(service: string): void
  /** Middleware that strikes the calls of `service` while a fault is switched on. */
  of(service: Pick<Service, 'name' | 'unknownAnswer'>): (req: Request, res: Response, next: NextFunction) => Promise<void>
}

export function openFaults(db: DatabaseSync): Faults {
  const find = db.prepare('SELECT * FROM sandbox_faults WHERE service = ?')
  const put = db.prepare('INSERT OR REPLACE INTO sandbox_faults VALUES (?, ?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM sandbox_faults WHERE service = ?')
  const set = (service: string, it: Fault) => void put.run(service, it.kind, it.ms ?? null, it.times ?? null, it.path ?? null)

  /** The fault that strikes this call, counted down; null where none does. */
  function take(service: string, path: string): Fault | null {
    const row = find.get(service)
    if (row === undefined) return null
    const fault = faultOf(Row.parse(row))
    if (fault.path !== undefined && !path.includes(fault.path)) return null
    if (fault.times === 1) remove.run(service)
    else if (fault.times !== undefined) set(service, { ...fault, times: fault.times - 1 })
    return fault
  }

  return {
    all: () => db.prepare('SELECT * FROM sandbox_faults ORDER BY service').all().map((row) => {
      const it = Row.parse(row)
      return { service: it.service, ...faultOf(it) }
    }),
    set,
    clear: (service) => void remove.run(service),
    of: ({ name, unknownAnswer }) => async (req, res, next) => {
      const fault = take(name, req.originalUrl)
      if (fault === null) return next()
      res.locals['fault'] = fault.kind
      await strike(fault, { req, res, next, unknownAnswer })
    },
  }
}

const faultOf = ({ kind, ms, times, path }: z.infer<typeof Row>): Fault => ({
  kind,
  ...(ms !== null && { ms }),
  ...(times !== null && { times }),
  ...(path !== null && { path }),
})
