import { type Change, type Draft, change } from './draft.ts'

/** A draft with what can be taken back and what can be done again, nearest first. */
export interface DraftHistory {
  now: Draft
  past: readonly Draft[]
  future: readonly Draft[]
  /** The last change, where the next of its kind goes into the same step: words of a note are one step, not one a letter. */
  open: 'note' | null
}

export type Step = Change | { do: 'undo' } | { do: 'redo' }

/** Steps that are kept: more than a prescription has, less than a day of typing. */
export const MOST_STEPS = 100

export const historyOf = (now: Draft): DraftHistory => ({ now, past: [], future: [], open: null })

/**
 * The history after a step. What another tab wrote is not hers to take back: taking it over begins a new history. Items keep
 * their keys, so that one that comes back is the same one.
 */
export function step(history: DraftHistory, it: Step): DraftHistory {
  if (it.do === 'undo') return back(history)
  if (it.do === 'redo') return forth(history)
  if (it.do === 'take') return historyOf(it.draft)
  const now = change(history.now, it)
  const kind = it.do === 'note' ? it.do : null
  if (kind !== null && history.open === kind) return { ...history, now, future: [] }
  return { now, past: [history.now, ...history.past].slice(0, MOST_STEPS), future: [], open: kind }
}

function back({ now, past, future }: DraftHistory): DraftHistory {
  const [last, ...older] = past
  return last ? { now: last, past: older, future: [now, ...future], open: null } : { now, past, future, open: null }
}

function forth({ now, past, future }: DraftHistory): DraftHistory {
  const [next, ...later] = future
  return next ? { now: next, past: [now, ...past], future: later, open: null } : { now, past, future, open: null }
}
