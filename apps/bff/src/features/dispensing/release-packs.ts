import type { Resources } from '../../context.ts'
import type { Ttac } from '../../national/ttac/port.ts'
import type { ConnectedPayer } from '../payers/index.ts'
import { letGo } from './own-custody.ts'
import { ownPacksOf } from './own-packs.ts'
import { callFor } from './read-order.ts'
import { isSilence } from './refusals.ts'
import { type StoredDelivery, checkRefsOf } from './store.ts'

type Releasing = Pick<Resources, 'db' | 'national'> & { connected: ConnectedPayer }

/** Gives the packs that the payer holds for a delivery, and those that we hold, back to the market: it came to nothing. */
export async function releasePacks({ db, national, connected }: Releasing, delivery: StoredDelivery): Promise<void> {
  await releaseOwnPacks(national.ttac, delivery)
  const checkRefs = await checkRefsOf(db, delivery)
  for (const line of delivery.lines.filter((it) => it.needsPacks)) {
    const checkRef = checkRefs.get(line.id)
    if (checkRef === undefined) continue
    const call = { ...callFor(connected.party, delivery.ref), checkRef }
    for (const { uid, count } of line.packs) await releaseQuietly(connected, { ...call, uid, count })
  }
}

export async function releaseOwnPacks(ttac: Ttac, { centreId, lines }: StoredDelivery): Promise<void> {
  for (const { uid } of ownPacksOf(lines)) await letGo(ttac, { uid, siamId: centreId })
}

type Hold = Parameters<ConnectedPayer['payer']['releasePack']>[0]

/** Silence is borne: a pack that stays held lapses at the payer. */
export async function releaseQuietly({ payer }: ConnectedPayer, hold: Hold): Promise<void> {
  try {
    await payer.releasePack(hold)
  } catch (error) {
    if (!isSilence(error)) throw error
  }
}
