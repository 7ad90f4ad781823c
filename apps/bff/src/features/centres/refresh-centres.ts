import { type Worker, repeat } from '../../background.ts'
import type { Resources } from '../../context.ts'
import { isSilence } from '../../national/port.ts'
import { askCentre } from './ask-centre.ts'
import { claimStale } from './store.ts'

const EVERY_MS = 30_000

/** Between two questions about one centre, answered or not. */
export const REFRESHED_AFTER_MS = 10 * 60_000

/** Keeps what SIAM says of every centre in use fresh, for as long as the process lives (8-9). */
export const startRefreshingCentres = (resources: Resources): Worker =>
  repeat('refresh the centres', EVERY_MS, () => refreshCentres(resources), resources.log)

/** One round over the centres where somebody works. A silent SIAM leaves the copies as they are, and is asked again later. */
export async function refreshCentres(resources: Resources): Promise<void> {
  const { config, db, now, log } = resources
  const at = now()
  const ago = (ms: number) => new Date(at.getTime() - ms)
  const claimed = await claimStale(db, { now: at, before: ago(REFRESHED_AFTER_MS), activeSince: ago(config.session.idleMinutes * 60_000) })
  for (const centreId of claimed) {
    try {
      await askCentre(resources, centreId)
    } catch (error) {
      if (!isSilence(error)) log.error({ err: error, centreId }, 'a centre is not refreshed')
    }
  }
}
