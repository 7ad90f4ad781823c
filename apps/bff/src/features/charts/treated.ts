import { Failure } from '@noskhe/shared/failure'
import type { ActorAtCentre } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'
import { type KeptPatient, findSeen } from '../patients/index.ts'

/**
 * A patient whose chart is open to the actor: she has treated her at this centre. Whoever has not is told what is told of a
 * patient that does not exist.
 * @throws Failure `patient.not-found`
 */
export async function treatedPatient(db: Db | Tx, actor: ActorAtCentre, id: string): Promise<KeptPatient> {
  const kept = await findSeen(db, { centreId: actor.at.centreId, id, treatedBy: actor.personId })
  if (!kept) throw new Failure('patient.not-found')
  return kept
}
