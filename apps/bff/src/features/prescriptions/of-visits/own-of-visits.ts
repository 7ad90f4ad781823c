import type { PrescriptionItem } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { ActorAtCentre } from '../../../context.ts'
import type { Db } from '../../../db/client.ts'
import type { StoredItem, StoredPrescription } from '../stored.ts'
import { ownOfVisits } from './store.ts'

/** What a chart tells of a prescription. */
export interface OwnOfVisit extends Pick<Prescription, 'id' | 'encounterId' | 'status' | 'insurer' | 'writtenAt' | 'registeredAt' | 'trackingCode' | 'diagnosis'> {
  itemNames: string[]
  /** What the payer has of it, which a change under way does not touch; empty where it has nothing or took it back. */
  standing: readonly StoredItem[]
}

/** The actor's own prescriptions of these visits, newest first, at most `limit`. */
export const findOwnOfVisits = async (db: Db, actor: ActorAtCentre, visits: readonly string[], limit: number): Promise<OwnOfVisit[]> =>
  (await ownOfVisits(db, actor, visits, limit)).map(told)

function told({ prescription, items, amending }: StoredPrescription): OwnOfVisit {
  const { id, encounterId, status, insurer, writtenAt, registeredAt, trackingCode, diagnosis } = prescription
  return {
    id, encounterId, status, insurer, writtenAt, registeredAt, trackingCode, diagnosis,
    itemNames: prescription.items.map(({ name }: Pick<PrescriptionItem, 'name'>) => name.fa),
    standing: amending !== null ? amending.content.items : status === 'registered' ? items : [],
  }
}
