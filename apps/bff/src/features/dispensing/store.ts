import type { Delivery, DeliveryLine, OrderRef, SupplementaryShare } from '@noskhe/shared/dispensing/order'
import { Failure } from '@noskhe/shared/failure'
import { type Shares, addShares } from '@noskhe/shared/money'
import type { Db, Tx } from '../../db/client.ts'
import type { Delivery as Row } from '../../db/generated/client.ts'

/** A delivery with what the screen is not told. */
export interface StoredDelivery extends Delivery {
  centreId: string
  dispenserId: string
  /** Counts its changes; `advance` is guarded by it. */
  revision: number
  deliveryRef: string | null
  sentAt: string | null
}

export interface NewDelivery {
  id: string
  centreId: string
  dispenserId: string
  ref: OrderRef
  patientName: string
  hid: string | null
  lines: DeliveryLine[]
  supplementary: SupplementaryShare | null
  startedAt: Date
}

/** The payer's check ref of each line that can be given, by line id. */
export type CheckRefs = ReadonlyMap<string, string>

/** What a delivery costs: the lines that are given. */
export const totalsOf = (lines: readonly DeliveryLine[]): Shares =>
  addShares(lines.flatMap((line) => (line.isGiven && line.shares ? [line.shares] : [])))

/** Keeps a delivery that the payer has priced. */
export async function addPrepared(tx: Tx, it: NewDelivery, checkRefs: CheckRefs): Promise<StoredDelivery> {
  const { total, insurerShare, patientShare } = totalsOf(it.lines)
  const row = await tx.delivery.create({
    data: {
      centreId: it.centreId,
      id: it.id,
      dispenserId: it.dispenserId,
      state: 'prepared',
      insurer: it.ref.insurer,
      identityKind: it.ref.identity.kind,
      identityValue: it.ref.identity.value,
      trackingCode: it.ref.trackingCode,
      patientName: it.patientName,
      hid: it.hid,
      lines: it.lines,
      total: BigInt(total),
      insurerShare: BigInt(insurerShare),
      patientShare: BigInt(patientShare),
      ...(it.supplementary && { supplementary: it.supplementary }),
      startedAt: it.startedAt,
    },
  })
  await tx.deliveryCheck.createMany({
    data: [...checkRefs].map(([lineId, checkRef]) => ({ centreId: it.centreId, deliveryId: it.id, lineId, checkRef })),
  })
  return deliveryOf(row)
}

/** @throws Failure `delivery.not-found`, for a delivery of another centre too. */
export async function find(db: Db, centreId: string, id: string): Promise<StoredDelivery> {
  const it = await findIfThere(db, centreId, id)
  if (!it) throw new Failure('delivery.not-found')
  return it
}

export async function findIfThere(db: Db, centreId: string, id: string): Promise<StoredDelivery | null> {
  const row = await db.delivery.findUnique({ where: { centreId_id: { centreId, id } } })
  return row && deliveryOf(row)
}

export async function listByIds(db: Db, centreId: string, ids: string[]): Promise<StoredDelivery[]> {
  const rows = await db.delivery.findMany({ where: { centreId, id: { in: ids } } })
  return rows.map(deliveryOf)
}

/** Newest first. Ids are made by time (UUIDv7), so that they order and page the list. */
export async function list(db: Db, centreId: string, { before, limit }: { before: string | undefined; limit: number }): Promise<StoredDelivery[]> {
  const rows = await db.delivery.findMany({
    where: { centreId, ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map(deliveryOf)
}

/** What this centre handed over to the same person since, by other deliveries. */
export async function listGivenTo(db: Db, { centreId, id, ref: { identity } }: StoredDelivery, since: Date): Promise<StoredDelivery[]> {
  const rows = await db.delivery.findMany({
    where: { centreId, identityKind: identity.kind, identityValue: identity.value, state: 'delivered', deliveredAt: { gt: since }, id: { not: id } },
  })
  return rows.map(deliveryOf)
}

export async function checkRefsOf(db: Db, it: StoredDelivery): Promise<CheckRefs> {
  const rows = await db.deliveryCheck.findMany({ where: { centreId: it.centreId, deliveryId: it.id } })
  return new Map(rows.map((row) => [row.lineId, row.checkRef]))
}

/** What may change of a delivery. */
export interface Change {
  state?: Delivery['state']
  lines?: DeliveryLine[]
  deliveryRef?: string
  refusal?: string | null
  sentAt?: Date | null
  askedAt?: Date
  deliveredAt?: Date
}

/**
 * Changes a delivery as it was read: whoever changed it in between wins, and this writer is told.
 * @throws Failure `delivery.wrong-status` when it is no longer as it was read.
 */
export async function advance(tx: Tx, it: StoredDelivery, change: Change): Promise<StoredDelivery> {
  const { count } = await tx.delivery.updateMany({
    where: { centreId: it.centreId, id: it.id, state: it.state, revision: it.revision },
    data: { ...change, revision: { increment: 1 } },
  })
  if (count !== 1) throw new Failure('delivery.wrong-status')
  return deliveryOf(await tx.delivery.findUniqueOrThrow({ where: { centreId_id: { centreId: it.centreId, id: it.id } } }))
}

/**
 * Deliveries whose outcome we do not know, of every centre, least lately asked first: the lost answers, and those `sent`
 * so long ago that whoever sent them has died.
 */
export async function listUnsettled(db: Db, { sentBefore, limit }: { sentBefore: Date; limit: number }): Promise<{ it: StoredDelivery; askedAt: Date | null }[]> {
  const rows = await db.delivery.findMany({
    where: { OR: [{ state: 'unknown' }, { state: 'sent', sentAt: { lt: sentBefore } }] },
    orderBy: [{ askedAt: { sort: 'asc', nulls: 'first' } }],
    take: limit,
  })
  return rows.map((row) => ({ it: deliveryOf(row), askedAt: row.askedAt }))
}

/** Columns are written by this file alone, so that they are read back as what they were. */
const deliveryOf = (row: Row): StoredDelivery => ({
  id: row.id,
  centreId: row.centreId,
  dispenserId: row.dispenserId,
  revision: row.revision,
  state: row.state as Delivery['state'],
  ref: {
    insurer: row.insurer as OrderRef['insurer'],
    identity: { kind: row.identityKind, value: row.identityValue } as OrderRef['identity'],
    trackingCode: row.trackingCode,
  },
  patientName: row.patientName,
  hid: row.hid,
  lines: row.lines as unknown as DeliveryLine[],
  totals: { total: Number(row.total), insurerShare: Number(row.insurerShare), patientShare: Number(row.patientShare) },
  supplementary: row.supplementary as SupplementaryShare | null,
  refusal: row.refusal,
  deliveryRef: row.deliveryRef,
  startedAt: row.startedAt.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
  deliveredAt: row.deliveredAt?.toISOString() ?? null,
})
