import type { PatientOfPrescription } from '@noskhe/shared/prescriptions/prescription'
import type { KeptPatientFacts } from '@noskhe/shared/rules/patient-facts'
import type { z } from 'zod'
import type { ActorAtCentre } from '../../context.ts'
import type { Db } from '../../db/client.ts'
import { findFacts } from './store.ts'

type WhoIs = Pick<z.infer<typeof PatientOfPrescription>, 'identity' | 'newbornBirthDate'>

/** What this centre keeps of a patient, by her id. */
export const factsOfPatient = (db: Db, actor: ActorAtCentre, { identity, newbornBirthDate }: WhoIs): Promise<KeptPatientFacts> =>
  findFacts(db, actor, { identityKind: identity.kind, identityValue: identity.value, newbornBirthDate: newbornBirthDate ?? '' })
