import type * as contract from '@noskhe/shared/auth/contract'
import type { Session } from '@noskhe/shared/auth/session'
import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Actor, Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Caller } from '../../http/serve.ts'
import { record } from '../audit/index.ts'
import { describeSession } from './describe-session.ts'
import { endSession } from './store.ts'

/** Ends another session of hers; whoever sits there is told at the next call. */
export async function endOtherSession(context: Context<Actor> & Caller, { id }: Input<typeof contract.endOtherSession>): Promise<Session> {
  const { db, actor, now, session } = context
  if (id === session.signedIn()?.id) throw new Failure('not-found')
  await inTransaction(db, async (tx) => {
    await endSession(tx, { id, personId: actor.personId, now: now() })
    await record(tx, context, 'session.other-ended', id)
  })
  return describeSession(context)
}
