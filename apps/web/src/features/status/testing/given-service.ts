import type { NationalServiceStatus } from '@noskhe/shared/status/contract'

const noCalls = { answered: 0, timedOut: 0, broken: 0, busy: 0, refused: 0, unreadable: 0, heldBack: 0 }

type Given = Partial<Omit<NationalServiceStatus, 'hour'>> & { hour?: Partial<NationalServiceStatus['hour']> }

/** A service as the server tells of it; untried unless it is said otherwise. */
export const givenService = (title: string, { hour, ...more }: Given = {}): NationalServiceStatus => ({
  service: title,
  title,
  state: 'untried',
  since: null,
  lastAnsweredAt: null,
  lastFailedAt: null,
  lastFailedAs: null,
  lastMs: null,
  circuit: 'closed',
  circuitSince: null,
  ...more,
  hour: { ...noCalls, medianMs: null, p95Ms: null, parts: Array.from({ length: 12 }, () => ({ answered: 0, erring: 0, silent: 0 })), ...hour },
})
