import type { CentreRecord } from '@noskhe/shared/centres/centre'
import type { Db, Tx } from '../../db/client.ts'
import type { Centre } from '../../national/siam/port.ts'

export type KeptLicence = CentreRecord['licence']

/** Our copy of a centre; what SIAM told, when, and since when it is silent. */
export type KeptCentre = Omit<CentreRecord, 'isCurrent' | 'answeredAt' | 'silentSince'> & { askedAt: Date; silentSince: Date | null }

export async function findKept(db: Db, centreId: string): Promise<KeptCentre | null> {
  const row = await db.centre.findUnique({ where: { centreId } })
  if (!row) return null
  const { licenceState, licenceReason, licenceUntil, mappedIds, partnerIds, name, address, phone, askedAt, silentSince } = row
  return {
    siamId: centreId as CentreRecord['siamId'],
    name,
    kind: row.kind as CentreRecord['kind'],
    address,
    phone,
    licence: { state: licenceState as KeptLicence['state'], reason: licenceReason, validUntil: licenceUntil },
    mappedIds: mappedIds as CentreRecord['mappedIds'],
    posTerminalId: row.posTerminalId === '' ? null : row.posTerminalId,
    partnerIds: partnerIds as CentreRecord['partnerIds'],
    askedAt,
    silentSince,
  }
}

/** The licence's state in our copy, locked until the transaction ends; null where there is no copy. */
export async function lockLicence(tx: Tx, centreId: string): Promise<KeptLicence['state'] | null> {
  const [row] = await tx.$queryRaw<{ state: KeptLicence['state'] }[]>`
    SELECT licence_state AS state FROM centres WHERE centre_id = ${centreId} FOR UPDATE`
  return row?.state ?? null
}

/**
 * Keeps an answer unless one to a newer question stands there; whether it was kept. A centre that SIAM never told us of is
 * not kept as unlisted.
 */
export async function keepAnswer(tx: Tx, centreId: string, answer: Centre | null, askedAt: Date): Promise<boolean> {
  const data = { ...(answer ? toldOf(answer) : { licenceState: 'unlisted', licenceReason: null }), askedAt, triedAt: askedAt, silentSince: null }
  const replace = async () => (await tx.centre.updateMany({ where: { centreId, askedAt: { lte: askedAt } }, data })).count === 1
  if (await replace()) return true
  if (!answer) return false
  const created = await tx.centre.createMany({ data: { centreId, ...data, ...toldOf(answer) }, skipDuplicates: true })
  // Somebody else's first answer came between.
  return created.count === 1 || replace()
}

const toldOf = ({ name, kind, address, phone, licence, mappedIds, posTerminalId, partnerIds }: Centre) => ({
  name,
  kind,
  address,
  phone,
  licenceState: licence.state,
  licenceReason: licence.reason,
  licenceUntil: licence.validUntil,
  mappedIds,
  posTerminalId,
  partnerIds: Object.entries(partnerIds).map(([insurer, value]) => ({ insurer, value })),
})

/** SIAM was asked at `at` and did not answer: the copy stays, and says since when it could not be renewed. */
export const noteSilence = async (db: Db, centreId: string, at: Date): Promise<void> => {
  await db.centre.updateMany({ where: { centreId, silentSince: null, askedAt: { lt: at } }, data: { silentSince: at } })
}

/**
 * Takes the centres that somebody works at and that were not asked for since `before`. Moving `tried_at` on claims them: of
 * two processes one asks. `activeSince`: a session that idled longer is over, though it is still kept.
 */
export async function claimStale(db: Db, { now, before, activeSince }: { now: Date; before: Date; activeSince: Date }): Promise<string[]> {
  const rows = await db.$queryRaw<{ centreId: string }[]>`
    UPDATE centres AS it SET tried_at = ${now}
    WHERE tried_at <= ${before} AND EXISTS (
      SELECT 1 FROM sessions s
      WHERE s.sess @> jsonb_build_object('signedIn', jsonb_build_object('at', jsonb_build_object('centreId', it.centre_id)))
        AND NOT (s.sess -> 'signedIn' ? 'endedElsewhere') AND s.expire > ${now}
        AND (s.sess #>> '{signedIn,lastActiveAt}')::bigint > ${activeSince.getTime()}
    )
    RETURNING it.centre_id AS "centreId"`
  return rows.map(({ centreId }) => centreId)
}

/**
 * Takes everybody out of a centre; answers which sessions. Their posts count as not asked, so that the next look at a
 * session asks SIAM instead of offering the centre again.
 */
export async function takeOut(tx: Tx, centreId: string, now: Date): Promise<string[]> {
  const holds = JSON.stringify({ signedIn: { at: { centreId } } })
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE sessions SET sess = jsonb_set(jsonb_set(sess, '{signedIn,at}', 'null'), '{signedIn,posts,askedAt}', '0')
    WHERE sess @> ${holds}::jsonb AND NOT (sess -> 'signedIn' ? 'endedElsewhere') AND expire > ${now}
    RETURNING sess -> 'signedIn' ->> 'id' AS id`
  return rows.map(({ id }) => id)
}
