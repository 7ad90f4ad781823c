import type { Db, Tx } from './client.ts'

/** Both shapes in which a write conflict arrives: from a query, and from the driver at commit. */
function isWriteConflict(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('code' in error && error.code === 'P2034') return true
  const cause = 'cause' in error ? error.cause : null
  return typeof cause === 'object' && cause !== null && 'originalCode' in cause && cause.originalCode === '40001'
}

const TRIES = 5

/** Runs `work` in one READ COMMITTED transaction; repeats it when the database asks for that. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await db.$transaction(work, { timeout: 15_000, maxWait: 10_000 })
    } catch (error) {
      if (!isWriteConflict(error) || tried === TRIES) throw error
    }
  }
}
