import { Failure } from '@noskhe/shared/failure'
import { type Status, type Step, Status as StatusSchema, after } from '@noskhe/shared/prescriptions/lifecycle'
import type { ActorAtCentre } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import { contactOfVisit, trackHid } from '../patients/index.ts'
import type { StoredAct } from './acts/stored-act.ts'
import type { ItemAnswer } from './item-check.ts'
import type { StoredParts } from './parts.ts'
import { readRow } from './read-row.ts'
import { type Key, type StoredAmending, StoredCheck, type StoredConfirmation, type StoredContent, StoredHeader, type StoredPrescription } from './stored.ts'

export const keyOf = (actor: ActorAtCentre, id: string): Key => ({ centreId: actor.at.centreId, prescriberId: actor.personId, id })

type Started = Pick<StoredPrescription['prescription'], 'encounterId' | 'insurer' | 'terminologyRelease'> & {
  header: StoredHeader
  content: StoredContent
  /** Where it begins as one act, and the visit that its payer opened for it. */
  act?: StoredAct
  visitRef?: string | null
  at: Date
}

export async function create(tx: Tx, key: Key, { at, ...it }: Started): Promise<void> {
  await tx.prescription.create({
    data: { ...key, ...it, status: 'draft' satisfies Status, revision: 0, version: 0, writtenAt: at, savedAt: at },
  })
}

/** @throws Failure `prescription.not-found` */
export const find = (db: Db | Tx, key: Key): Promise<StoredPrescription> => findForCentre(db, key)

/** For work that nobody asks for now (reconciling): whoever wrote it. */
export async function findForCentre(db: Db | Tx, key: Omit<Key, 'prescriberId'> & Partial<Key>): Promise<StoredPrescription> {
  const row = await db.prescription.findFirst({ where: { ...key } })
  if (!row) throw new Failure('prescription.not-found')
  const checks = await db.itemCheck.findMany({ where: { centreId: key.centreId, prescriptionId: key.id } })
  const { hid } = StoredHeader.parse(row.header)
  return readRow(row, checks, { hid: hid && (await trackHid(db, key.centreId, hid)), contactPhone: await contactOfVisit(db, row) })
}

/** Newest first, by when they were written; at most `limit`, older than `before`. */
export async function list(
  db: Db,
  actor: ActorAtCentre,
  { status, before, limit }: { status?: Status | undefined; before?: string | undefined; limit: number },
): Promise<StoredPrescription[]> {
  const rows = await db.prescription.findMany({
    where: {
      centreId: actor.at.centreId,
      prescriberId: actor.personId,
      ...(status && { status }),
      ...(before && { writtenAt: { lt: before } }),
    },
    orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  // A list shows no HID, and asks no payer.
  return rows.map((row) => readRow(row, [], null))
}

/** What a step changes beside the status. */
export type Change = Prisma.PrescriptionUpdateManyMutationInput

type Guard = { from: Status } & Partial<Record<'revision' | 'version', number>>

/**
 * Changes a prescription if it is still as `guard` says, in one statement; `step` decides the status it gets.
 * @throws Failure `prescription.not-found` | `prescription.wrong-status` | `prescription.changed-elsewhere`
 */
export async function move(
  db: Db | Tx,
  key: Key,
  { step, guard, change = {} }: { step: Step; guard: Guard; change?: Change },
): Promise<void> {
  const { from, ...counters } = guard
  const status = after(from, step)
  if (status === null) throw new Failure('prescription.wrong-status', { status: from })
  const { count } = await db.prescription.updateMany({ where: { ...key, status: from, ...counters }, data: { ...change, status } })
  if (count === 1) return
  const row = await db.prescription.findFirst({ where: { ...key }, select: { status: true } })
  if (!row) throw new Failure('prescription.not-found')
  if (row.status !== from) throw new Failure('prescription.wrong-status', { status: StatusSchema.parse(row.status) })
  throw new Failure('prescription.changed-elsewhere')
}

/** Every answer about the prescription's items, to be put back as it is. */
export async function checksOf(tx: Tx, { centreId, id }: Key): Promise<StoredCheck[]> {
  const rows = await tx.itemCheck.findMany({ where: { centreId, prescriptionId: id } })
  return rows.map((row) => StoredCheck.parse({ ...row, checkedAt: row.checkedAt.toISOString() }))
}

/** Puts back the answers about the items, in place of those given since. */
export async function putChecksBack(tx: Tx, { centreId, id: prescriptionId }: Key, checks: readonly StoredCheck[]): Promise<void> {
  await tx.itemCheck.deleteMany({ where: { centreId, prescriptionId } })
  await tx.itemCheck.createMany({ data: checks.map((it) => ({ ...it, centreId, prescriptionId })) })
}

/** The column of what the payer keeps apart. */
export const partsColumn = (it: StoredParts | null): NonNullable<Change['parts']> => it ?? Prisma.DbNull

/** The column of what a prescription is reopened for. */
export const amendingColumn = (it: StoredAmending | null): NonNullable<Change['amending']> => it ?? Prisma.DbNull

/** How often the payer has taken a version of it. */
export const countRegistered = (db: Db, { centreId, id }: Key): Promise<number> =>
  db.registrationAttempt.count({ where: { centreId, prescriptionId: id, state: 'confirmed' } })

/** Whether anything that was not thrown away was written in one of these visits. */
export async function isWrittenIn(tx: Tx, centreId: string, visits: readonly string[]): Promise<boolean> {
  const written = await tx.prescription.count({ where: { centreId, encounterId: { in: [...visits] }, status: { not: 'discarded' satisfies Status } } })
  return written > 0
}

/** Keeps the payer's name of the visit if there is none yet, and answers the one that is kept. */
export async function keepVisit(db: Db, key: Key, visitRef: string): Promise<string> {
  await db.prescription.updateMany({ where: { ...key, visitRef: null }, data: { visitRef } })
  const row = await db.prescription.findFirst({ where: { ...key }, select: { visitRef: true } })
  if (!row?.visitRef) throw new Failure('prescription.not-found')
  return row.visitRef
}

/** Forgets a visit that the payer has closed, and every line that was checked under it. */
export async function forgetVisit(db: Db | Tx, key: Key, visitRef: string): Promise<void> {
  const { count } = await db.prescription.updateMany({ where: { ...key, visitRef }, data: { visitRef: null } })
  if (count === 1) await db.itemCheck.deleteMany({ where: { centreId: key.centreId, prescriptionId: key.id } })
}

/**
 * Keeps the payer's answer about an item, unless a later one is there already or the prescription has moved on: what she
 * signed must not change behind her.
 */
export async function keepAnswer(
  db: Db | Tx,
  key: Key,
  { itemKey, fingerprint, status, answer }: { itemKey: string; fingerprint: string; status: Status; answer: ItemAnswer },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO item_checks (centre_id, prescription_id, item_key, fingerprint, check_ref, "check", checked_at)
    SELECT centre_id, id, ${itemKey}::uuid, ${fingerprint}, ${answer.checkRef}, ${JSON.stringify(answer.check)}::jsonb, ${new Date(answer.check.checkedAt)}
    FROM prescriptions WHERE centre_id = ${key.centreId} AND id = ${key.id}::uuid AND status = ${status} FOR SHARE
    ON CONFLICT (centre_id, prescription_id, item_key) DO UPDATE
    SET fingerprint = excluded.fingerprint, check_ref = excluded.check_ref, "check" = excluded."check", checked_at = excluded.checked_at
    WHERE item_checks.checked_at <= excluded.checked_at`
}

/** Keeps the confirmation of the whole while it is a draft; it counts for the lines it names only. */
export async function keepConfirmation(db: Db | Tx, key: Key, confirmation: StoredConfirmation): Promise<void> {
  await db.prescription.updateMany({ where: { ...key, status: 'draft' satisfies Status }, data: { ruleConfirmation: confirmation } })
}

/** Marks a signed version as void: the payer refused it. The bytes and their evidence stay. */
export async function voidVersion(tx: Tx, key: Key, version: number, at: Date): Promise<void> {
  await tx.prescriptionVersion.updateMany({
    where: { centreId: key.centreId, prescriptionId: key.id, version, voidedAt: null },
    data: { voidedAt: at },
  })
}

