import type { Session } from '@noskhe/shared/auth/session'
import type { Actor, Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Caller } from '../../http/serve.ts'
import { record } from '../audit/index.ts'
import { describeSession } from './describe-session.ts'
import { recentPosts } from './posts.ts'

/**
 * The session as it is. Where SIAM says that she may no longer work at the centre she chose, she is taken out of it (A01);
 * where SIAM is silent, the choice stands and its licence is shown as unanswered.
 */
export async function findSession(context: Context<Actor> & Caller): Promise<Session> {
  const { db, actor, session } = context
  const signedIn = session.signedIn()
  if (signedIn) {
    const posts = await recentPosts(context, signedIn)
    const isStillOpen = posts.list.some((it) => it.siamId === actor.at?.centreId && it.role === actor.at.role && it.licence.state === 'active')
    const isClosed = actor.at !== null && posts.isAnswered && !isStillOpen
    if (isClosed) await inTransaction(db, (tx) => record(tx, context, 'session.centre-closed', signedIn.id))
    session.change({ posts, ...(isClosed ? { at: null } : {}) })
  }
  return describeSession(context)
}
