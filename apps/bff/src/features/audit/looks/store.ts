import type { Db } from '../../../db/client.ts'

/** An event as far as it tells who saw or did what. */
export interface EventOf {
  at: Date
  personId: string | null
  action: string
  subject: string | null
  detail: unknown
}

/** What was seen and done of these things at a centre, newest first, at most `limit`. */
export const eventsOfThings = (db: Db, centreId: string, things: readonly string[], limit: number): Promise<EventOf[]> =>
  db.auditEvent.findMany({
    where: { centreId, subject: { in: [...things] } },
    orderBy: { seq: 'desc' },
    take: limit,
    select: { at: true, personId: true, action: true, subject: true, detail: true },
  })
