import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import type { CouncilRegistry, Practitioner } from '../../national/council-registry/port.ts'
import { assertMember } from './assert-member.ts'
import { Remembered } from './remember.ts'

/** So that a series of signatures is one question, and a revocation stops her within half a minute. */
const MAX_AGE_MS = 30_000

const answers = new WeakMap<CouncilRegistry, Remembered<Practitioner | null>>()

function answersOf(registry: CouncilRegistry): Remembered<Practitioner | null> {
  const known = answers.get(registry) ?? new Remembered<Practitioner | null>()
  answers.set(registry, known)
  return known
}

/**
 * Rechecks with the Medical Council that the actor may prescribe now: her number, her identity, her licence, no sentence in
 * force, and still the specialty with which she signed in: what she writes carries it (A44).
 * @throws Failure `council.*` with the council's own reason; NationalUnavailable | NationalUnreadable where it is silent.
 */
export async function assertMayPrescribe({ actor, national, now }: Pick<Context, 'actor' | 'national' | 'now'>): Promise<void> {
  const { councilNumber } = actor
  if (!councilNumber) throw new Failure('council.unknown')
  const practitioner = await answersOf(national.councilRegistry).get(councilNumber, {
    now: now(),
    maxAgeMs: MAX_AGE_MS,
    ask: () => national.councilRegistry.practitioner(councilNumber),
  })
  assertMember(practitioner, actor.nationalCode)
  const specialty = practitioner.specialty?.title ?? null
  if (specialty !== actor.specialty) throw new Failure('council.specialty-changed', { specialty })
}
