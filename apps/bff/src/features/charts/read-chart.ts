import { type Chart, MOST_OF_CHART } from '@noskhe/shared/charts/chart'
import { Identity, Phone } from '@noskhe/shared/identifiers'
import type { Context } from '../../context.ts'
import { type KeptPatient, visitsOf, visitsOfPatient } from '../patients/index.ts'
import { findOwnOfVisits } from '../prescriptions/index.ts'
import { factsOfPatient } from '../rules/index.ts'
import { medicinesOf } from './medicines.ts'
import { namesOf, problemsOf } from './store.ts'

/** What this centre holds of a patient and the actor may see: everybody's visits, the shared facts and problems, her own prescriptions. */
export async function readChart({ db, actor, now }: Context, patient: KeptPatient): Promise<Chart> {
  const { centreId } = actor.at
  const identity = Identity.parse({ kind: patient.identityKind, value: patient.identityValue })
  const newbornBirthDate = patient.newbornBirthDate === '' ? null : patient.newbornBirthDate
  const visits = await visitsOfPatient(db, centreId, patient.id, MOST_OF_CHART)
  // Asked for apart: her own may all be older than the last that others had.
  const own = await visitsOf(db, actor, { identity, newbornBirthDate }, MOST_OF_CHART)
  const [names, prescriptions, facts, problems] = await Promise.all([
    namesOf(db, visits.map(({ prescriberId }) => prescriberId)),
    findOwnOfVisits(db, actor, own, MOST_OF_CHART),
    factsOfPatient(db, actor, { identity, newbornBirthDate }),
    problemsOf(db, { centreId, patientId: patient.id }),
  ])
  return {
    patientId: patient.id,
    identity,
    firstName: patient.firstName,
    lastName: patient.lastName,
    isDeclared: patient.isDeclared,
    isNewborn: newbornBirthDate !== null,
    gender: patient.gender as Chart['gender'],
    birthDate: patient.birthDate,
    contactPhone: Phone.nullable().parse(patient.contactPhone),
    facts,
    problems,
    medicines: medicinesOf(prescriptions, now()),
    prescriptions: prescriptions.map(({ standing: _, ...it }) => it),
    visits: visits.map(({ id, openedAt, endedAt, endedBy, prescriberId }) => ({
      id,
      openedAt: openedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      endedBy: endedBy as Chart['visits'][number]['endedBy'],
      prescriber: names.get(prescriberId) ?? '',
      isMine: prescriberId === actor.personId,
    })),
  }
}
