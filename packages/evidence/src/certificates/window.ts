/** From when until when an authority's word counts. */
export interface Window {
  thisUpdate: Date
  nextUpdate: Date | null
}

/** Clocks of two houses differ; more than this is not a clock. */
const SKEW_MS = 60_000
/** Without an end, an answer counts as long as one that was made for us. */
const WITHOUT_END_MS = 10 * 60_000

/** `stale`: its end has passed; a later word may say otherwise. */
export function isCurrent({ thisUpdate, nextUpdate }: Window, at: Date): 'current' | 'not-yet' | 'stale' {
  const end = nextUpdate?.getTime() ?? thisUpdate.getTime() + WITHOUT_END_MS
  if (thisUpdate.getTime() > at.getTime() + SKEW_MS) return 'not-yet'
  return end < at.getTime() - SKEW_MS ? 'stale' : 'current'
}
