import type { CentreRecord } from '@noskhe/shared/centres/centre'
import { Failure } from '@noskhe/shared/failure'
import type { ActorAtCentre, Context } from '../../context.ts'
import { askCentre } from './ask-centre.ts'
import { REFRESHED_AFTER_MS } from './refresh-centres.ts'
import { findKept } from './store.ts'

/** A copy that was due and not renewed for so long says nothing of now, whether SIAM or our own refreshing was silent. */
const CURRENT_MS = 1.5 * REFRESHED_AFTER_MS

/** The actor's centre as SIAM last told of it; asked for only where it never was. */
export async function findCentre(context: Context): Promise<CentreRecord> {
  const { actor, db, now } = context
  const { centreId } = actor.at
  const kept = (await findKept(db, centreId)) ?? (await askFirst(context))
  const { askedAt, silentSince, ...told } = kept
  return {
    ...told,
    mappedIds: told.mappedIds.filter(({ system }) => maySee(actor, system)),
    answeredAt: askedAt.toISOString(),
    silentSince: silentSince?.toISOString() ?? null,
    isCurrent: silentSince === null && now().getTime() - askedAt.getTime() < CURRENT_MS,
  }
}

async function askFirst(context: Context) {
  const { centreId } = context.actor.at
  await askCentre(context, centreId)
  const kept = await findKept(context.db, centreId)
  if (!kept) throw new Failure('centre.unknown')
  return kept
}

/** The founder's id is her national code: for whoever runs the centre, not for her colleagues. */
const maySee = ({ at }: ActorAtCentre, system: string) => system !== 'founder' || at.role === 'admin'
