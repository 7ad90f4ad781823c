import type { Claim } from '@noskhe/shared/claims/claim'
import { Failure } from '@noskhe/shared/failure'
import type { Db } from '../../db/client.ts'
import { type Kept, type Kind, findOfKind } from '../../outbox/index.ts'
import { listConfirmed } from '../dispensing/index.ts'
import { standingsOf } from './store.ts'

/** A claim is the message that tells of it: its id is the claim's name at the company. */
export const CLAIM: Kind = 'supplementary.claim'

/** @throws Failure `claim.not-found`, for a claim of another centre too. */
export async function requireClaim(db: Db, centreId: string, id: string): Promise<Claim> {
  const message = await findOfKind(db, { centreId, kind: CLAIM, id })
  const [claim] = message === null ? [] : await toClaims(db, centreId, [message])
  if (claim === undefined) throw new Failure('claim.not-found')
  return claim
}

/** Messages of one centre as claims, in their order: each with its delivery and what the company last said. */
export async function toClaims(db: Db, centreId: string, messages: readonly Kept[]): Promise<Claim[]> {
  const [deliveries, standings] = await Promise.all([
    listConfirmed(db, { centreId, ids: messages.map((it) => it.subjectId) }),
    standingsOf(db, { centreId, claimIds: messages.map((it) => it.id) }),
  ])
  const deliveryOf = new Map(deliveries.map((it) => [it.id, it]))
  return messages.flatMap(({ id, subjectId, state, failure, receipt }) => {
    const delivery = deliveryOf.get(subjectId)
    if (delivery?.supplementary?.state !== 'known') return []
    const { company, policy, share } = delivery.supplementary
    return [{
      id, deliveryId: subjectId, deliveredAt: delivery.deliveredAt, company, policy, share, trackingCode: delivery.ref.trackingCode, telling: state,
      refusal: state === 'parked' ? wordsOf(failure) : null,
      claimUid: receipt?.compositionUid ?? null,
      standing: standings.get(id) ?? null,
    }]
  })
}

/** A refusal is kept as `reason: words`; any other failure is a code of ours, and says nothing in the company's name. */
function wordsOf(failure: string | null): string | null {
  const [, words = ''] = /^[a-z-]+: (.+)$/s.exec(failure ?? '') ?? []
  return words === '' ? null : words
}
