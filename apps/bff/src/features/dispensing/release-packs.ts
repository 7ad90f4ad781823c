import type { Db } from '../../db/client.ts'
import type { ConnectedPayer } from '../payers/index.ts'
import { callFor } from './read-order.ts'
import { isSilence } from './refusals.ts'
import { type StoredDelivery, checkRefsOf } from './store.ts'

/** Gives the packs that the payer holds for a delivery back to the market: it came to nothing. */
export async function releasePacks(db: Db, connected: ConnectedPayer, delivery: StoredDelivery): Promise<void> {
  const checkRefs = await checkRefsOf(db, delivery)
  for (const line of delivery.lines.filter((it) => it.needsPacks)) {
    const checkRef = checkRefs.get(line.id)
    if (checkRef === undefined) continue
    const call = { ...callFor(connected.party, delivery.ref), checkRef }
    for (const { uid, count } of line.packs) await releaseQuietly(connected, { ...call, uid, count })
  }
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
