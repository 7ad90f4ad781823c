import type { DatabaseSync } from 'node:sqlite'
import type { Router } from 'express'

/** What every service of the sandbox is given: its own state, and the time. */
export interface SandboxContext {
  db: DatabaseSync
  now: () => Date
  /** The sandbox's own base address, for links in answers. */
  baseUrl: () => string
  /** Who may call the clinical rules, by their issuer, with where its public keys stand; anybody where there is none. */
  cdsClients?: ReadonlyMap<string, string>
}

/**
 * What a service answers once its contract has moved on without us: well-formed, with a result that no published list has.
 * `instead`: a number or a word that refuses, in place of the work. `changed`: its own answer, with a value that is not listed;
 * for services whose answers carry no such number.
 */
export type UnknownAnswer = { instead: (path: string) => unknown } | { changed: (answer: unknown) => unknown }

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
  /** For the fault `unknown`. */
  unknownAnswer: UnknownAnswer
  routes: (context: SandboxContext) => Router
}
