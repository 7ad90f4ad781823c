import type { Session } from '@noskhe/shared/auth/session'
import type { Context } from '../../context.ts'
import type { Tx } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Caller } from '../../http/serve.ts'
import type { SignedIn } from '../../http/session.ts'
import { record } from '../audit/index.ts'
import type { Registered } from './ask-registry.ts'
import { describeSession } from './describe-session.ts'
import { deviceOf } from './device.ts'
import { askPosts } from './posts.ts'
import { keepPerson } from './store.ts'

/**
 * Opens a session for someone whose registry has just said yes. `spend` uses up what she proved herself with; it, the
 * person's row and the audit event are one transaction, and only then the session begins, under a new name.
 */
export async function openSession(
  context: Context<null> & Caller,
  { registered, by, spend }: { registered: Registered; by: SignedIn['by']; spend: (tx: Tx) => Promise<void> },
): Promise<Session> {
  const { db, config, now, session, ip, agent } = context
  const posts = await askPosts(context, registered)
  const at = now()
  const id = newId(at.getTime())
  const { mobile: _mobile, specialtyCodes: _codes, ...identity } = registered
  const person = await inTransaction(db, async (tx) => {
    await spend(tx)
    const it = { ...identity, personId: await keepPerson(tx, registered, at) }
    await record(tx, { actor: { ...it, at: null, ip, agent }, now }, 'session.opened', id, { by })
    return it
  })
  await session.open({
    id,
    person,
    by,
    device: deviceOf(agent),
    signedInAt: at.getTime(),
    endsAt: at.getTime() + config.session.hours * 3_600_000,
    lastActiveAt: at.getTime(),
    at: null,
    posts,
  })
  return describeSession(context)
}
