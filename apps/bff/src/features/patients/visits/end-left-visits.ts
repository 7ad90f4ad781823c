import { VISIT_OPEN_HOURS } from '@noskhe/shared/record/record'
import { type Worker, repeat } from '../../../background.ts'
import type { Resources } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { recordForCentre } from '../../audit/index.ts'
import { endByTime, leftOpen } from './store.ts'

const EVERY_MS = 60_000
const ROUND = 200
const OPEN_MS = VISIT_OPEN_HOURS * 3_600_000

/** Ends the visits that nobody ended, for as long as the process lives. */
export const startEndingVisits = (resources: Resources): Worker =>
  repeat('end visits that were left open', EVERY_MS, () => endLeftVisits(resources), resources.log)

/**
 * A visit that its prescriber does not end ends by itself, so many hours after it began as it makes her the treating physician.
 * That moment is kept as its end, with `time` for who ended it: it is a limit, not what she said.
 */
export async function endLeftVisits({ db, now }: Pick<Resources, 'db' | 'now'>): Promise<void> {
  for (const visit of await leftOpen(db, new Date(now().getTime() - OPEN_MS), ROUND)) {
    await inTransaction(db, async (tx) => {
      const isEnded = await endByTime(tx, visit, new Date(visit.openedAt.getTime() + OPEN_MS))
      if (isEnded) await recordForCentre(tx, { centreId: visit.centreId, now }, 'visit.ended', visit.id, { by: 'time' })
    })
  }
}
