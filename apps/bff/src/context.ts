import type { Role } from '@noskhe/shared/endpoint'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Db } from './db/client.ts'
import type { National } from './national/port.ts'

/** The centre at which someone works in this session, and as what (A21). */
export interface Workplace {
  /** SIAM id; also the first part of every centre-owned key. */
  centreId: string
  name: string
  kind: 'clinic' | 'office' | 'pharmacy'
  address: string
  phone: string
  role: Role
  providerUserId: string
}

/** Who calls, from where. Every query of a use case is scoped to `at.centreId`. */
export interface Actor {
  personId: string
  firstName: string
  lastName: string
  nationalCode: string
  councilNumber: string | null
  specialty: string | null
  at: Workplace | null
  ip: string
  agent: string
}

/** An actor who has chosen a centre: what every endpoint with a role is given. */
export type ActorAtCentre = Actor & { at: Workplace }

/** What the process has, whoever calls. */
export interface Resources {
  config: Config
  db: Db
  national: National
  now: () => Date
  log: Logger
}

/** What a use case is given. */
export interface Context<A extends Actor | null = ActorAtCentre> extends Resources {
  actor: A
}
