import type { CodeKind } from '@noskhe/shared/terminology/code'
import { MissingCode } from '@noskhe/shared/terminology/contract'
import { z } from 'zod'
import type { ActorAtCentre } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'

const MOST = 500

/** Counts a report of hers up, the first one from nothing; how often she now has reported it. One statement: none is lost. */
export async function countUp(tx: Tx, { at, personId }: ActorAtCentre, { wording, kinds }: { wording: string; kinds: readonly CodeKind[] }, reportedAt: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ times: number }[]>`
    INSERT INTO missing_codes (centre_id, wording, reporter_id, kinds, times, first_reported_at, last_reported_at)
    VALUES (${at.centreId}, ${wording}, ${personId}::uuid, ${kinds.join()}, 1, ${reportedAt}, ${reportedAt})
    ON CONFLICT (centre_id, wording, reporter_id) DO UPDATE SET
      times = missing_codes.times + 1, kinds = excluded.kinds, last_reported_at = excluded.last_reported_at
    RETURNING times`
  return rows[0]?.times ?? 0
}

const Row = z.object({
  wording: z.string(), kinds: z.string(), times: z.number(), people: z.number(), firstReportedAt: z.date(), lastReportedAt: z.date(),
})

/** Everybody's reports of a centre by what was looked for. */
export async function missingAt(db: Db, centreId: string): Promise<MissingCode[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT wording, string_agg(kinds, ',') AS kinds, sum(times)::int AS times, count(*)::int AS people,
      min(first_reported_at) AS "firstReportedAt", max(last_reported_at) AS "lastReportedAt"
    FROM missing_codes WHERE centre_id = ${centreId}
    GROUP BY wording ORDER BY times DESC, "lastReportedAt" DESC, wording LIMIT ${MOST}`
  return rows.map((it) => {
    const row = Row.parse(it)
    return MissingCode.parse({
      ...row,
      kinds: [...new Set(row.kinds.split(','))],
      firstReportedAt: row.firstReportedAt.toISOString(),
      lastReportedAt: row.lastReportedAt.toISOString(),
    })
  })
}
