import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import { licenceOf } from '../centres/index.ts'

/** A licence is suspended for days, not for seconds; more questions would only load SIAM. */
const MAX_AGE_MS = 5 * 60_000

/**
 * Refuses to go on in a centre whose operating licence is not in force (A01, B21). SIAM is asked at most every five
 * minutes for a centre.
 * @throws Failure `centre.inactive` with SIAM's own reason; NationalUnavailable | NationalUnreadable where it is silent.
 */
export async function assertCentreActive(context: Pick<Context, 'actor' | 'db' | 'national' | 'now'>): Promise<void> {
  const { state, reason } = await licenceOf(context, context.actor.at.centreId, MAX_AGE_MS)
  if (state !== 'active') throw new Failure('centre.inactive', { reason })
}
