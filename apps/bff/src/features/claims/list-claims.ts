import type { listClaims as contract } from '@noskhe/shared/claims/contract'
import type { Input, Output } from '@noskhe/shared/endpoint'
import type { Context } from '../../context.ts'
import { listOfKind } from '../../outbox/index.ts'
import { CLAIM, toClaims } from './read-claims.ts'

/** Claims of this centre, newest first; one more is read to know whether there are older ones. */
export async function listClaims({ db, actor }: Context, { before, limit }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { centreId } = actor.at
  const found = await listOfKind(db, { centreId, kind: CLAIM, before, limit: limit + 1 })
  const told = found.slice(0, limit)
  return { claims: await toClaims(db, centreId, told), next: found.length > limit ? (told.at(-1)?.id ?? null) : null }
}
