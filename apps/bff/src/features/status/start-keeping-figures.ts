import type { Resources } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type Worker, repeat } from '../../background.ts'
import { addShares, type HourShare } from '../../national/port.ts'
import { addToHour } from './store.ts'

interface Keeping extends Pick<Resources, 'db' | 'log'> {
  /** Hands out what was counted since it was asked the last time. */
  take(): HourShare[]
}

const EVERY_MS = 15_000

/**
 * Adds what this process counted of the national services to the hours that are kept (A72): every quarter of a minute, and at `stop`, which
 * therefore comes after the last call. What could not be written is written with the next round.
 */
export function startKeepingFigures(keeping: Keeping): Worker {
  const keep = openKeeper(keeping)
  const worker = repeat('keeping the figures of national services', EVERY_MS, keep, keeping.log)
  return {
    stop: async () => {
      await worker.stop()
      await keep().catch((error: unknown) => keeping.log.error({ err: error }, 'the last figures of national services are lost'))
    },
  }
}

/** One round of it. @throws what the database throws; nothing is forgotten then. */
export function openKeeper({ db, take }: Pick<Keeping, 'db' | 'take'>): () => Promise<void> {
  let unkept: HourShare[] = []
  return async () => {
    unkept = addShares([...unkept, ...take()])
    if (unkept.length === 0) return
    await inTransaction(db, async (tx) => {
      for (const share of unkept) await addToHour(tx, share)
    })
    unkept = []
  }
}
