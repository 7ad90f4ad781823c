import type { askClaim as contract } from '@noskhe/shared/claims/contract'
import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { requireClaim } from './read-claims.ts'
import { keepStanding } from './store.ts'

/**
 * Asks the company where a claim stands. Asking has no effect there, so that it may be repeated; a claim that it has not taken
 * yet is not asked about, the outbox tells it first.
 * @throws Failure `claim.not-found`, for a claim of another centre too; `claim.not-told`. Silence is let through: nothing is kept of it.
 */
export async function askClaim(context: Context, { id }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { db, national, actor, now } = context
  const { centreId } = actor.at
  const claim = await requireClaim(db, centreId, id)
  if (claim.telling !== 'delivered') throw new Failure('claim.not-told')
  const askedAt = now()
  const standing = await national.supplementary.findClaim({ reference: id, siteId: centreId })
  await inTransaction(db, async (tx) => {
    await keepStanding(tx, { centreId, claimId: id, askedAt }, standing)
    await record(tx, context, 'claim.standing-asked', claim.deliveryId, { claim: id, state: standing?.state ?? 'not-found' })
  })
  return requireClaim(db, centreId, id)
}
