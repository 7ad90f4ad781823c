import type { DatabaseSync } from 'node:sqlite'
import type { Request, Response } from 'express'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import type { TaminRefusal } from '@noskhe/national-wire/tamin/refusals'
import type { MutationReply } from '@noskhe/national-wire/tamin'
import type { AccountRefusal } from '@noskhe/national-wire/tamin/account'
import type * as z from 'zod'
import { transaction } from '../../database.ts'
import type { SandboxContext } from '../../service.ts'
import { lapseUnconfirmed } from './lapse.ts'
import { bearerOf } from './grants.ts'
import type { Account } from './rows.ts'

/** What Tamin says no with; it travels in an HTTP 200. */
export class Refusal extends Error {
  readonly code: TaminRefusal

  constructor(code: TaminRefusal, message: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
}

/** Who calls, by her access token. */
export interface Call {
  db: DatabaseSync
  now: Date
  account: Account
  clientId: string
}

type Work<T> = (call: Call, req: Request) => T

/** A question or, at the pharmacy, an act: its answer stands in `data`. Runs in one transaction. */
export const answering = <T>(context: SandboxContext, work: Work<T>) =>
  behindToken(context, (call, req, res) => {
    const reply = said<{ data: T | null; error_Code: string | null; error_Msg: string | null }>(
      () => ({ data: transaction(context.db, () => work(call, req)), error_Code: null, error_Msg: null }),
      (error_Code, error_Msg) => ({ data: null, error_Code, error_Msg }),
    )
    res.json(reply)
  })

/** Create, edit and delete: their answer stands in `data.result`. */
export const mutating = (context: SandboxContext, work: Work<{ headId: number; trackingCode: string; message: string }>) =>
  behindToken(context, (call, req, res) => {
    const none = { head_EPRSC_ID: null, trackingCode: null, complementary_Msg: null, error_Code: null, error_Msg: null }
    const reply = said<MutationReply['data']['result']>(
      () => {
        const { headId, trackingCode, message } = transaction(context.db, () => work(call, req))
        return { ...none, head_EPRSC_ID: String(headId), trackingCode, complementary_Msg: message }
      },
      (error_Code, error_Msg) => ({ ...none, error_Code, error_Msg }),
    )
    res.json({ data: { result: reply } } satisfies MutationReply)
  })

/** A reference list. */
export const listing = <T>(context: SandboxContext, work: Work<T[]>) =>
  behindToken(context, (call, req, res) => void res.json({ data: { list: work(call, req) } }))

/** A refusal that no list of theirs has, in the shape the route answers in. A reference list has none: it comes of another kind. */
export function unknownTaminAnswer(path: string): unknown {
  const refused = { data: null, error_Code: '99871', error_Msg: 'کد ۹۹۸۷۱' }
  if (/\/ws-|\/getAll|\/complaint|\/feedback-questions/.test(path)) return { data: { kind: 'herbal' } }
  const isMutation = /\/SendEpresc|\/ep\/(update\/)?\d/.test(path) && !path.endsWith('/detail')
  return isMutation ? { data: { result: { ...refused, head_EPRSC_ID: null, trackingCode: null, complementary_Msg: null } } } : refused
}

/** The body by its schema. @throws Refusal where it has another form. */
export function bodyOf<T extends z.ZodType>(schema: T, req: Request): z.output<T> {
  const parsed = schema.safeParse(req.body)
  if (parsed.success) return parsed.data
  throw new Refusal(taminRefusal.inputEmpty, `ورودی ناقص یا نادرست است: ${parsed.error.issues.map((it) => it.path.join('.')).join('، ')}`)
}

export const pathPart = (req: Request, name: string): string => {
  const part = req.params[name]
  return typeof part === 'string' ? part : ''
}

const behindToken = ({ db, now }: SandboxContext, run: (call: Call, req: Request, res: Response) => void) => (req: Request, res: Response) => {
  const holder = bearerOf(db, req.get('authorization'), now())
  if (holder === null) {
    const refusal: AccountRefusal = { error: 'invalid_token', error_description: 'The access token is missing or has expired' }
    return void res.status(401).json(refusal)
  }
  const call = { db, now: now(), ...holder }
  transaction(db, () => lapseUnconfirmed(db, call.now))
  run(call, req, res)
}

/** A refusal leaves nothing behind: it has ended the transaction before it comes here. */
function said<T>(work: () => T, refuse: (code: string, message: string) => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.code, error.message)
    throw error
  }
}
