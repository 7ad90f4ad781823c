import type { Db, Tx } from '../../db/client.ts'

/** By which the patient of a visit is reached, as given at her admission; null where nothing was. */
export async function contactOfVisit(db: Db | Tx, { centreId, encounterId }: { centreId: string; encounterId: string }): Promise<string | null> {
  const row = await db.encounter.findUnique({ where: { centreId_id: { centreId, id: encounterId } }, select: { contactPhone: true } })
  return row?.contactPhone ?? null
}
