import type { ActorAtCentre } from '../../../context.ts'
import type { Db, Tx } from '../../../db/client.ts'

/** False where it has ended already, or is none of hers. */
export async function endByPrescriber(tx: Tx, actor: ActorAtCentre, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.encounter.updateMany({
    where: { centreId: actor.at.centreId, id, prescriberId: actor.personId, endedAt: null },
    data: { endedAt: at, endedBy: 'prescriber' },
  })
  return count === 1
}

interface Visit {
  centreId: string
  id: string
  openedAt: Date
}

/** Visits that go on though they began before `since`: at most `limit`, of whatever centre. */
export const leftOpen = (db: Db, since: Date, limit: number): Promise<Visit[]> =>
  db.encounter.findMany({
    where: { endedAt: null, openedAt: { lt: since } },
    orderBy: { openedAt: 'asc' },
    take: limit,
    select: { centreId: true, id: true, openedAt: true },
  })

/** False where somebody else has ended it meanwhile. */
export async function endByTime(tx: Tx, { centreId, id }: Visit, endedAt: Date): Promise<boolean> {
  const { count } = await tx.encounter.updateMany({ where: { centreId, id, endedAt: null }, data: { endedAt, endedBy: 'time' } })
  return count === 1
}

/** Her visits to a centre, whoever saw her, newest first. */
export const visitsOfPatient = (db: Db | Tx, centreId: string, patientId: string, limit: number) =>
  db.encounter.findMany({
    where: { centreId, patientId },
    orderBy: { openedAt: 'desc' },
    take: limit,
    select: { id: true, openedAt: true, endedAt: true, endedBy: true, prescriberId: true },
  })
