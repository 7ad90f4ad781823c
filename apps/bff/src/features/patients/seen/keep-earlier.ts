import { Encounter } from '@noskhe/shared/patients/eligibility'
import { type Worker, repeat } from '../../../background.ts'
import type { Resources } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { keepSeen, setPatientOfVisit, visitsWithoutPatient } from './store.ts'

const EVERY_MS = 3_600_000
const ROUND = 200

/** Goes through visits from before patients were kept, at the start and now and then: a colleague's older process may still add some. */
export const startKeepingEarlier = (resources: Resources): Worker =>
  repeat('keep the patients of earlier visits', EVERY_MS, () => keepEarlier(resources), resources.log)

const Told = Encounter.pick({ identity: true, newbornBirthDate: true, person: true, contactPhone: true })

/** Keeps the patients of all visits that have none, oldest first. */
export async function keepEarlier({ db }: Pick<Resources, 'db'>): Promise<void> {
  for (let visits = await visitsWithoutPatient(db, ROUND); visits.length > 0; visits = await visitsWithoutPatient(db, ROUND)) {
    for (const { centreId, id, openedAt, identityKind, identityValue, ...row } of visits) {
      const told = Told.parse({ ...row, identity: { kind: identityKind, value: identityValue } })
      await inTransaction(db, async (tx) => {
        await setPatientOfVisit(tx, { centreId, id }, await keepSeen(tx, centreId, { ...told, openedAt: openedAt.toISOString() }))
      })
    }
  }
}
