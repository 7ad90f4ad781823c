import { type Worker, repeat } from '../../../background.ts'
import type { Resources } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { isSilence } from '../../../national/port.ts'
import { recordForCentre } from '../../audit/index.ts'
import { type Pool, claimLow, keepReserved } from './store.ts'

const EVERY_MS = 5_000

/** As many visits as a doctor takes on in an hour of outage; asked for again when fewer than the least are left. */
const ENOUGH = 6
const LEAST = 3

/** Keeps a small reserve of HIDs for every centre in use, for as long as the process lives (8-8). */
export const startRefilling = (resources: Resources): Worker =>
  repeat('refill the reserve of HIDs', EVERY_MS, () => refillReserve(resources), resources.log)

/** One round over all centres. A silent or unwilling service is asked again after a rest; what is left lasts meanwhile. */
export async function refillReserve(resources: Resources): Promise<void> {
  for (const { fresh, ...pool } of await claimLow(resources.db, resources.now(), LEAST)) {
    try {
      await refill(resources, pool, ENOUGH - fresh)
    } catch (error) {
      if (!isSilence(error)) resources.log.error({ err: error, ...pool }, 'a reserve of HIDs is not refilled')
    }
  }
}

async function refill({ db, national, now, log }: Resources, pool: Pool, count: number): Promise<void> {
  const { centreId, insurer } = pool
  const answer = await national.eligibility.reserveHids({ siamId: centreId, insurer, count })
  if (answer.outcome === 'refused') return log.warn({ ...pool, reason: answer.reason }, 'no HIDs are reserved')
  await inTransaction(db, async (tx) => {
    await keepReserved(tx, pool, answer, now())
    await recordForCentre(tx, { centreId, now }, 'hid.reserved', null, { insurer, count: answer.hids.length })
  })
}
