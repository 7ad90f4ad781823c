import type { CallTally } from '@noskhe/shared/status/contract'
import type { Db, Tx } from '../../db/client.ts'
import type { HourShare } from '../../national/port.ts'

/** Adds to what is kept of the hour, in one statement, so that two processes at once lose nothing of each other's. */
export async function addToHour(tx: Tx, { service, hour, tally, latencies }: HourShare): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO service_hours AS kept (service, hour, answered, timed_out, broken, busy, refused, unreadable, held_back, latencies)
    VALUES (
      ${service}, ${hour}, ${tally.answered}, ${tally.timedOut}, ${tally.broken}, ${tally.busy}, ${tally.refused},
      ${tally.unreadable}, ${tally.heldBack}, ${[...latencies]}::int[])
    ON CONFLICT (service, hour) DO UPDATE SET
      answered = kept.answered + excluded.answered,
      timed_out = kept.timed_out + excluded.timed_out,
      broken = kept.broken + excluded.broken,
      busy = kept.busy + excluded.busy,
      refused = kept.refused + excluded.refused,
      unreadable = kept.unreadable + excluded.unreadable,
      held_back = kept.held_back + excluded.held_back,
      latencies = (
        SELECT array_agg(coalesce(before, 0) + coalesce(more, 0) ORDER BY bin)
        FROM unnest(kept.latencies, excluded.latencies) WITH ORDINALITY AS both_of_them (before, more, bin))`
}

export interface KeptFigures {
  service: string
  tally: CallTally
  latencies: number[]
  /** The first hour of the span that is kept. */
  since: Date
}

/** What is kept of each service between two moments, summed. */
export async function figuresWithin(db: Db, { from, to }: { from: Date; to: Date }): Promise<KeptFigures[]> {
  const endings = { answered: true, timedOut: true, broken: true, busy: true, refused: true, unreadable: true, heldBack: true } as const
  const tallies = await db.serviceHour.groupBy({
    by: ['service'], where: { hour: { gte: from, lt: to } }, _sum: endings, _min: { hour: true }, orderBy: { service: 'asc' },
  })
  const bins = await db.$queryRaw<{ service: string; latencies: number[] }[]>`
    SELECT service, array_agg(answers ORDER BY bin) AS latencies
    FROM (
      SELECT service, bin, sum(answers)::int AS answers
      FROM service_hours, unnest(latencies) WITH ORDINALITY AS of_bin (answers, bin)
      WHERE hour >= ${from} AND hour < ${to}
      GROUP BY service, bin) AS summed
    GROUP BY service`
  return tallies.map(({ service, _sum: sums, _min: { hour } }) => ({
    service,
    tally: {
      answered: sums.answered ?? 0, timedOut: sums.timedOut ?? 0, broken: sums.broken ?? 0, busy: sums.busy ?? 0,
      refused: sums.refused ?? 0, unreadable: sums.unreadable ?? 0, heldBack: sums.heldBack ?? 0,
    },
    latencies: bins.find((it) => it.service === service)?.latencies ?? [],
    since: hour ?? from,
  }))
}
