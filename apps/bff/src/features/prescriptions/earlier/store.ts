import { WrittenItem } from '@noskhe/shared/prescriptions/item'
import type { Status } from '@noskhe/shared/prescriptions/lifecycle'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { z } from 'zod'
import type { ActorAtCentre } from '../../../context.ts'
import type { Db } from '../../../db/client.ts'
import { visitsOf } from '../../patients/index.ts'
import { StoredContent } from '../stored.ts'

/** One of her prescriptions as it was written; `items` without what only the server needs of them. */
export interface Written {
  id: string
  writtenAt: Date
  items: WrittenItem[]
}

/** What she stood for: drafts may still be slips, discarded and cancelled ones were taken back. */
const stoodFor = ['signed', 'registration-unknown', 'registered'] as const satisfies readonly Status[]

const YEAR_MS = 365 * 24 * 60 * 60_000

const select = { id: true, writtenAt: true, content: true } as const

const Items = StoredContent.transform(({ items }) => z.array(WrittenItem).parse(items))

const read = (row: { id: string; writtenAt: Date; content: unknown }): Written => ({ id: row.id, writtenAt: row.writtenAt, items: Items.parse(row.content) })

const hers = (actor: ActorAtCentre) => ({ centreId: actor.at.centreId, prescriberId: actor.personId, status: { in: [...stoodFor] } })

/** Her last `limit` prescriptions at this centre, newest first. */
export async function writtenOfLate(db: Db, actor: ActorAtCentre, limit: number): Promise<Written[]> {
  const rows = await db.prescription.findMany({ where: hers(actor), orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }], take: limit, select })
  return rows.map(read)
}

/** Her last `limit` prescriptions of one year for a diagnosis (ICD-10 code), newest first. */
export async function writtenForDiagnosis(db: Db, actor: ActorAtCentre, code: string, { limit, now }: { limit: number; now: Date }): Promise<Written[]> {
  const rows = await db.prescription.findMany({
    where: { ...hers(actor), writtenAt: { gte: new Date(now.getTime() - YEAR_MS) }, content: { path: ['diagnosis', 'code'], equals: code } },
    orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select,
  })
  return rows.map(read)
}

/**
 * Her last `limit` prescriptions for a patient, newest first, and `also`, however old, if it is one of them. Newborns under the
 * mother's code are told apart.
 */
export async function writtenForPatient(
  db: Db,
  actor: ActorAtCentre,
  { identity, newbornBirthDate }: Prescription['patient'],
  { limit, also }: { limit: number; also: string | null },
): Promise<Written[]> {
  const visits = await visitsOf(db, actor, { identity, newbornBirthDate }, MOST_VISITS)
  const where = { ...hers(actor), encounterId: { in: visits } }
  const rows = await db.prescription.findMany({ where, orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }], take: limit, select })
  const isThere = also === null || rows.some(({ id }) => id === also)
  const older = isThere ? [] : await db.prescription.findMany({ where: { ...where, id: also }, select })
  return [...rows, ...older].map(read)
}

/** Visits of one patient with one doctor that are looked through. */
const MOST_VISITS = 200
