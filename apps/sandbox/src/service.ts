import type { DatabaseSync } from 'node:sqlite'
import type { Router } from 'express'

/** What every service of the sandbox is given: its own state, and the time. */
export interface SandboxContext {
  db: DatabaseSync
  now: () => Date
  /** The sandbox's own base address, for links in answers. */
  baseUrl: () => string
}

/**
 * One national service as its callers see it. `name` is the key under which faults are switched and calls are journalled;
 * `schema` is SQL that may run any number of times; `seed` fills an empty database and is idempotent too.
 */
export interface Service {
  name: string
  /** Persian title for the sandbox's page. */
  title: string
  /** Where the routes are mounted, e.g. `/service` for the insurer's own contract. */
  mount: string
  schema: string
  seed: (context: SandboxContext) => void
  routes: (context: SandboxContext) => Router
}
