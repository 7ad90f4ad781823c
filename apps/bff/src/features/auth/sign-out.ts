import type * as contract from '@noskhe/shared/auth/contract'
import type { Output } from '@noskhe/shared/endpoint'
import type { Actor, Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Caller } from '../../http/serve.ts'
import { record } from '../audit/index.ts'

/** Ends the session on the server; the cookie is worth nothing after this. */
export async function signOut(context: Context<Actor> & Caller): Promise<Output<typeof contract.signOut>> {
  const { db, session } = context
  const id = session.signedIn()?.id ?? null
  await inTransaction(db, (tx) => record(tx, context, 'session.ended', id))
  await session.end()
  return { signedOut: true }
}
