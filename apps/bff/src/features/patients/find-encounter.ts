import type { Input } from '@noskhe/shared/endpoint'
import type { findEncounter as contract } from '@noskhe/shared/patients/contract'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import type { Context } from '../../context.ts'
import { findEncounterOf } from './store.ts'

/** A visit as it was opened, with what has become of its HID; eligibility is not asked again. */
export const findEncounter = ({ db, actor, now }: Context, { id }: Input<typeof contract>): Promise<Encounter> =>
  findEncounterOf(db, actor, id, now())
