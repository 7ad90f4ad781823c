import type { Override } from '@noskhe/shared/rules/finding'
import { z } from 'zod'
import type { Db, Tx } from '../../../db/client.ts'
import { Asked, StoredFinding } from '../../rules/index.ts'
import type { StoredDelivery } from '../store.ts'

type Key = Pick<StoredDelivery, 'centreId' | 'id'>

/** What the rules said of a delivery, and who was silent. */
export interface DeliveryGathering {
  findings: StoredFinding[]
  asked: Asked
  askedAt: Date
}

export async function findGathering(db: Db, { centreId, id }: Key): Promise<DeliveryGathering | null> {
  const row = await db.deliveryGathering.findUnique({ where: { centreId_deliveryId: { centreId, deliveryId: id } } })
  return row && { findings: z.array(StoredFinding).parse(row.findings), asked: Asked.parse(row.services), askedAt: row.askedAt }
}

/** Of two that asked at the same time the later stands. */
export async function keepGathering(tx: Tx, { centreId, id: deliveryId }: Key, { findings, asked, askedAt }: DeliveryGathering): Promise<void> {
  const said = { findings, services: asked, askedAt }
  await tx.deliveryGathering.upsert({ where: { centreId_deliveryId: { centreId, deliveryId } }, create: { centreId, deliveryId, ...said }, update: said })
}

/** Her reasons, by the key of the finding. */
export async function findOverrides(db: Db, { centreId, id: deliveryId }: Key): Promise<Map<string, Override>> {
  const rows = await db.deliveryOverride.findMany({ where: { centreId, deliveryId } })
  return new Map(
    rows.map((row) => [
      row.findingKey,
      { reason: { code: row.reasonCode, display: row.reasonDisplay }, note: row.note, givenAt: row.givenAt.toISOString(), isRemembered: false },
    ]),
  )
}

export async function giveOverride(tx: Tx, { centreId, id: deliveryId }: Key, findingKey: string, { reason, note, givenAt }: Override, givenBy: string): Promise<void> {
  const given = { reasonCode: reason.code, reasonDisplay: reason.display, note, givenBy, givenAt: new Date(givenAt) }
  await tx.deliveryOverride.upsert({
    where: { centreId_deliveryId_findingKey: { centreId, deliveryId, findingKey } },
    create: { centreId, deliveryId, findingKey, ...given },
    update: given,
  })
}

/** Gives how many stood. */
export async function withdrawOverride(tx: Tx, { centreId, id: deliveryId }: Key, findingKey: string): Promise<number> {
  return (await tx.deliveryOverride.deleteMany({ where: { centreId, deliveryId, findingKey } })).count
}
