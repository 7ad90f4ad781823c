import type { Logger } from 'pino'

export interface Worker {
  /** Lets the round under way finish and starts no other. */
  stop: () => Promise<void>
}

/**
 * Does `work` again and again, `everyMs` after the last round ended. A round that throws is logged and the next one is
 * made all the same; two rounds never overlap.
 */
export function repeat(name: string, everyMs: number, work: () => Promise<void>, log: Logger): Worker {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  const next = () => {
    round = work()
      .catch((error: unknown) => log.error({ err: error }, name))
      .then(() => {
        if (!isStopped) timer = setTimeout(next, everyMs)
      })
  }
  next()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await round
    },
  }
}
