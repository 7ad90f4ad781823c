import type * as contract from '@noskhe/shared/auth/contract'
import type { Session } from '@noskhe/shared/auth/session'
import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Actor, Context, Workplace } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Caller } from '../../http/serve.ts'
import type { Centre } from '../../national/siam/port.ts'
import { record } from '../audit/index.ts'
import { askCentre } from '../centres/index.ts'
import { describeSession } from './describe-session.ts'
import { askPosts, mayHold } from './posts.ts'

/**
 * Picks the centre she works at. SIAM is asked now: the centre must be active and list her with that role (A01, A21, A41).
 * An inactive one is refused with SIAM's own reason.
 */
export async function chooseCentre(context: Context<Actor> & Caller, { siamId, role }: Input<typeof contract.chooseCentre>): Promise<Session> {
  const { db, actor, session } = context
  const centre = await askCentre(context, siamId)
  if (!centre) throw new Failure('centre.unknown')
  const at = workplaceOf(centre, actor, role)
  if (centre.licence.state !== 'active') throw new Failure('centre.inactive', { reason: centre.licence.reason, state: centre.licence.state })

  const known = session.signedIn()?.posts.list ?? []
  const posts = await askPosts(context, actor, known)
  await inTransaction(db, (tx) => record(tx, { ...context, actor: { ...actor, at } }, 'session.centre-chosen', at.providerUserId, { role }))
  session.change({ at, posts })
  return describeSession(context)
}

/** @throws Failure `centre.not-yours` where the centre does not list her with that role. */
function workplaceOf(centre: Centre, actor: Actor, role: Workplace['role']): Workplace {
  const listed = centre.personnel.find((it) => it.nationalCode === actor.nationalCode && it.role === role)
  if (!listed || !mayHold(actor, role)) throw new Failure('centre.not-yours')
  const { siamId: centreId, name, kind, address, phone } = centre
  return { centreId, name, kind, address, phone, role, providerUserId: listed.providerUserId }
}
