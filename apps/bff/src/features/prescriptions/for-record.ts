import type { Db } from '../../db/client.ts'
import { findForCentre } from './store.ts'

/** Under which code a prescription is registered; null while it is not. @throws Failure `prescription.not-found` */
export const trackingCodeOf = async (db: Db, key: { centreId: string; id: string }): Promise<string | null> =>
  (await findForCentre(db, key)).prescription.trackingCode
