import { repeat, type Worker } from '../../background.ts'
import type { Resources } from '../../context.ts'
import { hasTerminology, takeUpNewestRelease } from './loaded.ts'
import { refreshCodes } from './refresh-codes.ts'

/** Our own table is asked often and costs nothing; MKSA now and then, and at once again while we have nothing. */
const LOOK_MS = 3_000
const ASK_MS = 60_000

/**
 * Keeps our copy of the national lists and this process's index up to date, in the background. What is in our tables is
 * taken up first, so that search works at once after a restart, whether MKSA answers or not.
 */
export function startTerminologyRefresh(resources: Pick<Resources, 'db' | 'national' | 'now' | 'log'>): Worker {
  const { db, now, log } = resources
  let askAt = 0
  const round = async () => {
    await takeUpNewestRelease(db)
    if (now().getTime() < askAt) return
    await refreshCodes(resources).catch((error: unknown) => log.warn({ err: error }, 'MKSA was not read; the copy we have stands'))
    await takeUpNewestRelease(db)
    if (hasTerminology(db)) askAt = now().getTime() + ASK_MS
  }
  return repeat('terminology refresh', LOOK_MS, round, log)
}
