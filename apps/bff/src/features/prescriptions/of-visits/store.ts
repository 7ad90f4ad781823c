import type { ActorAtCentre } from '../../../context.ts'
import type { Db } from '../../../db/client.ts'
import { readRow } from '../read-row.ts'
import type { StoredPrescription } from '../stored.ts'

/** What the actor herself has written in these visits and not thrown away, newest first, at most `limit`. */
export async function ownOfVisits(db: Db, actor: ActorAtCentre, visits: readonly string[], limit: number): Promise<StoredPrescription[]> {
  const rows = await db.prescription.findMany({
    where: { centreId: actor.at.centreId, prescriberId: actor.personId, encounterId: { in: [...visits] }, status: { not: 'discarded' } },
    orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  // A list shows neither checks nor a HID.
  return rows.map((row) => readRow(row, [], null))
}

/** The ids of everything written in these visits, whoever wrote it: for the trail of what was seen and done, not for its content. */
export async function idsOfVisits(db: Db, centreId: string, visits: readonly string[]): Promise<string[]> {
  const rows = await db.prescription.findMany({ where: { centreId, encounterId: { in: [...visits] } }, select: { id: true } })
  return rows.map(({ id }) => id)
}
