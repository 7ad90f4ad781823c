import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import type { Centre, Siam } from '../../national/siam/port.ts'
import { Remembered } from './remember.ts'

/** A licence is suspended for days, not for seconds; more questions would only load SIAM. */
const MAX_AGE_MS = 5 * 60_000

const answers = new WeakMap<Siam, Remembered<Centre | null>>()

function answersOf(siam: Siam): Remembered<Centre | null> {
  const known = answers.get(siam) ?? new Remembered<Centre | null>()
  answers.set(siam, known)
  return known
}

/**
 * Refuses to go on in a centre whose operating licence is not in force (A01, B21). SIAM is asked at most every five
 * minutes for a centre.
 * @throws Failure `centre.inactive` with SIAM's own reason; NationalUnavailable | NationalUnreadable where it is silent.
 */
export async function assertCentreActive({ actor, national, now }: Pick<Context, 'actor' | 'national' | 'now'>): Promise<void> {
  const { centreId } = actor.at
  const centre = await answersOf(national.siam).get(centreId, {
    now: now(),
    maxAgeMs: MAX_AGE_MS,
    ask: () => national.siam.centre(centreId),
  })
  if (centre?.licence.state === 'active') return
  throw new Failure('centre.inactive', { reason: centre?.licence.reason ?? null })
}
