import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import { Identity } from '@noskhe/shared/identifiers'
import type { openEncounterOfPatient as contract } from '@noskhe/shared/patients/contract'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import type { Context } from '../../context.ts'
import { openEncounter } from './open-encounter.ts'
import { findSeen } from './seen/store.ts'

/** Asks eligibility about somebody who was found by something else than her id, which so never leaves the server for that. */
export async function openEncounterOfPatient(context: Context, { id }: Input<typeof contract>): Promise<Encounter> {
  const kept = await findSeen(context.db, { centreId: context.actor.at.centreId, id })
  if (!kept) throw new Failure('patient.not-found')
  const identity = Identity.parse({ kind: kept.identityKind, value: kept.identityValue })
  return openEncounter(context, { identity, newbornBirthDate: kept.newbornBirthDate === '' ? null : kept.newbornBirthDate })
}
