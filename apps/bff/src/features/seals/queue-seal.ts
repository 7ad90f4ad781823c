import type { Tx } from '../../db/client.ts'
import { type Document, add } from './store.ts'

interface Queued extends Document {
  /** Bytes that are kept nowhere else; null where the version's own bytes are sealed. */
  canonical: string | null
  at: Date
}

/**
 * Writes down, in the caller's transaction, that the centre stands for what she commits (9-1-1): it is sealed soon after, or
 * when the authority is heard again; nobody's work waits for it.
 */
export const queueSeal = (tx: Tx, { canonical, at, ...document }: Queued): Promise<void> => add(tx, document, { canonical, at })
