import type { HidOfVisit, InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { Db, Tx } from '../../../db/client.ts'
import type { Reserved } from '../../../national/eligibility/port.ts'

export interface Pool {
  centreId: string
  insurer: InsurerCode
}

const DAY_MS = 86_400_000
/** A centre that has had no visit for so long is given no more reserved HIDs. */
const IN_USE_MS = 30 * DAY_MS
/** One that ends sooner is still bound where there is no better, but no longer counted: the outage may outlive it. */
const FRESH_MS = DAY_MS
/** Between two askings for one pool: what is refused or lost is not asked for at once again. */
const REST_MS = 60_000

/** Says that a centre takes patients of these insurers, so that it is kept a reserve for outages. */
export async function keepPools(tx: Tx, centreId: string, insurers: readonly InsurerCode[]): Promise<void> {
  await tx.hidPool.createMany({ data: insurers.map((insurer) => ({ centreId, insurer, askedAt: new Date(0) })), skipDuplicates: true })
}

/**
 * Takes the pools that hold fewer than `least` fresh HIDs and were not asked for lately, with how many they hold. Moving
 * `asked_at` on claims them: of two processes one asks.
 */
export const claimLow = (db: Db, now: Date, least: number): Promise<(Pool & { fresh: number })[]> =>
  db.$queryRaw<(Pool & { fresh: number })[]>`
    WITH low AS (
      SELECT p.centre_id, p.insurer, (
        SELECT count(*) FROM hids h WHERE h.centre_id = p.centre_id AND h.insurer = p.insurer AND h.state = 'reserved'
          AND h.valid_until > ${new Date(now.getTime() + FRESH_MS)}
      )::int AS fresh
      FROM hid_pools p
      WHERE p.asked_at <= ${new Date(now.getTime() - REST_MS)}
        AND EXISTS (SELECT 1 FROM encounters e WHERE e.centre_id = p.centre_id AND e.opened_at > ${new Date(now.getTime() - IN_USE_MS)})
      FOR UPDATE SKIP LOCKED
    )
    UPDATE hid_pools AS it SET asked_at = ${now} FROM low
    WHERE it.centre_id = low.centre_id AND it.insurer = low.insurer AND low.fresh < ${least}
    RETURNING it.centre_id AS "centreId", it.insurer, low.fresh`

/** Keeps a batch, and forgets what lapsed unused. */
export async function keepReserved(tx: Tx, { centreId, insurer }: Pool, { hids, validUntil }: Reserved, at: Date): Promise<void> {
  await tx.hid.deleteMany({ where: { centreId, insurer, state: 'reserved', validUntil: { lt: at } } })
  await tx.hid.createMany({
    data: hids.map(({ value, issuer }) => ({ centreId, value, issuer, insurer, state: 'reserved', issuedAt: at, validUntil: endOfDay(validUntil) })),
    skipDuplicates: true,
  })
}

/** The last moment of a day in Tehran, which has had one offset since 1402. */
const endOfDay = (day: string) => new Date(`${day}T23:59:59.999+03:30`)

/**
 * Binds one reserved HID of the pool, in one statement: of two who bind at once each gets another, or one gets none. The one
 * that lives longest is taken, because the service must be told of it before it lapses. Null where there is none.
 */
export async function bindReserved(tx: Tx, { centreId, insurer }: Pool, at: Date): Promise<HidOfVisit | null> {
  const [row] = await tx.$queryRaw<{ value: string; issuer: string; issuedAt: Date }[]>`
    UPDATE hids SET state = 'bound', task = 'confirm', task_since = ${at}, due_at = ${at}
    WHERE centre_id = ${centreId} AND value = (
      SELECT value FROM hids WHERE centre_id = ${centreId} AND insurer = ${insurer} AND state = 'reserved' AND valid_until > ${at}
      ORDER BY valid_until DESC, value LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING value, issuer, issued_at AS "issuedAt"`
  return row ? { value: row.value, issuer: row.issuer, insurer, issuedAt: row.issuedAt.toISOString() } : null
}

/** The insurers of which the centre holds a reserved HID that may be bound now. */
export async function reservedInsurers(db: Db | Tx, centreId: string, at: Date): Promise<InsurerCode[]> {
  const rows = await db.hid.findMany({
    where: { centreId, state: 'reserved', validUntil: { gt: at } }, distinct: ['insurer'], select: { insurer: true }, orderBy: { insurer: 'asc' },
  })
  return rows.map(({ insurer }) => insurer as InsurerCode)
}
