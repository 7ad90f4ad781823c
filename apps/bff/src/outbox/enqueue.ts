import type { Tx } from '../db/client.ts'
import { newId } from '../db/id.ts'
import type { Kind } from './message.ts'
import { add } from './store.ts'

export interface Enqueued {
  centreId: string
  kind: Kind
  stream: string
  subjectId: string
  version?: number
  at: Date
}

/**
 * Writes down, in the caller's transaction, what must be told of what she commits: both happen, or neither. It is told soon
 * after by the worker, at least once, and under the name that is made here, so that the receiver knows a repeat.
 */
export const enqueue = (tx: Tx, it: Enqueued): Promise<void> => add(tx, { ...it, id: newId(it.at.getTime()), version: it.version ?? null })
