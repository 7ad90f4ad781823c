import type { Session } from '@noskhe/shared/auth/session'
import type { Actor, Context } from '../../context.ts'
import type { Caller } from '../../http/serve.ts'
import { describeSession } from './describe-session.ts'

/** She is still there: the idle limit starts anew, the absolute one stays. */
export async function prolongSession(context: Context<Actor> & Caller): Promise<Session> {
  context.session.change({ lastActiveAt: context.now().getTime() })
  return describeSession(context)
}
