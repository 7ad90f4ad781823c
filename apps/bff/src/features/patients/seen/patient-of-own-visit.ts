import type { ActorAtCentre } from '../../../context.ts'
import type { Tx } from '../../../db/client.ts'
import { findEncounterOf } from '../store.ts'
import { type KeptPatient, findSeen, keepSeen, patientOfVisit, setPatientOfVisit } from './store.ts'

/** The patient of one of the actor's own visits; kept now where the visit is from before patients were. @throws Failure `encounter.not-found` */
export async function patientOfOwnVisit(tx: Tx, actor: ActorAtCentre, encounterId: string, now: Date): Promise<KeptPatient> {
  const { centreId } = actor.at
  const encounter = await findEncounterOf(tx, actor, encounterId, now)
  let id = await patientOfVisit(tx, centreId, encounterId)
  if (id === null) {
    id = await keepSeen(tx, centreId, encounter)
    await setPatientOfVisit(tx, { centreId, id: encounterId }, id)
  }
  const kept = await findSeen(tx, { centreId, id })
  if (!kept) throw new Error('A visit speaks of a patient who is not kept')
  return kept
}
