import { Failure } from '@noskhe/shared/failure'
import type { Resources } from '../../context.ts'
import type { NotTaken, PackInHand, Ttac } from '../../national/ttac/port.ts'
import type { Message, Told } from '../../outbox/index.ts'
import { findConfirmed } from './for-record.ts'
import { ownPacksOf } from './own-packs.ts'
import { isSilence } from './refusals.ts'

/** Takes a pack in hand. @throws Failure where TTAC lets this centre not have it; NationalUnavailable | NationalUnreadable */
export async function holdPack(ttac: Ttac, pack: PackInHand): Promise<void> {
  const answer = await ttac.hold(pack)
  if (answer.outcome === 'not-taken') throw new Failure(`pack.${answer.why}`)
}

/** Silence is borne: a hold ends by itself. */
export async function letGo(ttac: Ttac, pack: PackInHand): Promise<void> {
  try {
    await ttac.giveBack({ ...pack, saleRef: null })
  } catch (error) {
    if (!isSilence(error)) throw error
  }
}

/** Sells what a confirmed delivery gave, each pack once under the delivery's id, however often it is told. */
export async function sellOwnPacks({ db, national }: Pick<Resources, 'db' | 'national'>, { centreId, subjectId }: Message): Promise<Told> {
  const delivery = await findConfirmed(db, { centreId, id: subjectId })
  if (delivery === null) return { outcome: 'impossible', reason: 'impossible' }
  const notSold: string[] = []
  for (const { uid } of ownPacksOf(delivery.lines)) {
    const answer = await national.ttac.sell({ uid, siamId: centreId, saleRef: subjectId })
    if (answer.outcome === 'not-taken') notSold.push(`${uid} ${whyNotSold[answer.why]}`)
  }
  return notSold.length > 0 ? { outcome: 'refused', reason: notSold.join('، ') } : { outcome: 'kept', receipt: { compositionUid: subjectId, patientUid: '' } }
}

const whyNotSold: Record<NotTaken['why'], string> = {
  sold: 'پیش‌تر فروخته شده است', expired: 'تاریخ گذشته است', recalled: 'فراخوان شده است', unknown: 'شناخته نیست', 'held-elsewhere': 'در دست مرکز دیگری است',
}
