import type { DatabaseSync } from 'node:sqlite'
import type { Request, Response } from 'express'
import * as z from 'zod'
import { armedForcesRefusal } from '@noskhe/national-wire/armed-forces'
import type { ArmedForcesRefusal } from '@noskhe/national-wire/armed-forces'
import { refusal, success } from '../../answer.ts'
import { transaction } from '../../database.ts'
import type { SandboxContext } from '../../service.ts'
import { accountOfSession } from './accounts.ts'
import type { Account } from './accounts.ts'
import { lapseUnconfirmed } from './lapse.ts'

/** What the insurer says no with; it travels in an HTTP 200. */
export class Refusal extends Error {
  readonly code: ArmedForcesRefusal

  constructor(code: ArmedForcesRefusal, message: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
}

/** Who calls, from which of her centres. */
export interface Call {
  db: DatabaseSync
  now: Date
  account: Account
  siamId: string
}

const Who = z.object({ Session: z.string(), HealthCareFacilityID: z.object({ ID: z.string() }) })

/** An operation of a signed-in party of that kind, in one transaction: a refusal leaves nothing behind. */
export const answering =
  <T extends z.ZodType>({ db, now }: SandboxContext, kind: Account['kind'] | 'any', schema: T, work: (call: Call, body: z.output<T>) => unknown) =>
  (req: Request, res: Response): void => {
    const at = now()
    transaction(db, () => lapseUnconfirmed(db, at))
    try {
      const answer = transaction(db, () => work(callerOf(db, at, kind, req.body), bodyOf(schema, req.body)))
      res.json(success(answer))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      res.json(refusal(error.code, error.message))
    }
  }

/** The body by its schema. @throws Refusal naming the wrong fields */
export function bodyOf<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new Refusal(armedForcesRefusal.malformed, `ورودی نادرست است: ${parsed.error.issues.map((it) => it.path.join('.')).join('، ')}`)
}

function callerOf(db: DatabaseSync, now: Date, kind: Account['kind'] | 'any', body: unknown): Call {
  const { Session, HealthCareFacilityID } = bodyOf(Who, body)
  const account = accountOfSession(db, Session, now)
  if (account === null) throw new Refusal(armedForcesRefusal.sessionEnded, 'نشست پایان یافته است')
  if (!account.siamIds.includes(HealthCareFacilityID.ID)) throw new Refusal(armedForcesRefusal.noContract, 'این مرکز در حساب شما نیست')
  if (kind !== 'any' && account.kind !== kind) throw new Refusal(armedForcesRefusal.otherRole, 'این کار با حساب شما ممکن نیست')
  return { db, now, account, siamId: HealthCareFacilityID.ID }
}
