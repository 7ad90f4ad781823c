type Listener = () => void | Promise<unknown>

const listeners = new Set<Listener>()

/** How long unsent work may hold up the end of a session. */
const PATIENCE_MS = 2_000

/**
 * Calls `listener` shortly before the session ends, or before she leaves it or the centre: the time to send what is unsent.
 * Answers how to stop that.
 */
export function onBeforeSessionEnd(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Lets everyone send what is unsent. What fails or takes too long does not keep the session open: the device holds it. */
export async function settleBeforeSessionEnd(): Promise<void> {
  const work = Promise.allSettled([...listeners].map(async (listener) => listener()))
  await Promise.race([work, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
}
