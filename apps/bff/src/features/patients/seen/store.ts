import type { Encounter } from '@noskhe/shared/patients/eligibility'
import { wordsOfName } from '@noskhe/shared/patients/name-words'
import type { Db, Tx } from '../../../db/client.ts'
import { newId } from '../../../db/id.ts'

/** A visit, as far as it tells of the patient. */
export type VisitOfPatient = Pick<Encounter, 'identity' | 'newbornBirthDate' | 'person' | 'contactPhone' | 'openedAt'>

/** What is kept of a patient of a centre, and by which id. */
export type KeptPatient = NonNullable<Awaited<ReturnType<Db['patient']['findFirst']>>>

/**
 * Keeps whose visit it is and answers her id at this centre. What the newest visit told counts; a visit that was told nothing
 * (silence, an unknown person) takes away nothing that is known.
 */
export async function keepSeen(tx: Tx, centreId: string, it: VisitOfPatient): Promise<string> {
  const { identity, person } = it
  const newborn = it.newbornBirthDate ?? ''
  const birthDate = it.newbornBirthDate ?? person?.birthDate ?? null
  // A later visit, or the first that names her at all.
  const [row] = await tx.$queryRaw<{ id: string; firstName: string | null; lastName: string | null }[]>`
    INSERT INTO patients AS kept (centre_id, id, identity_kind, identity_value, newborn_birth_date, first_name, last_name, is_declared, gender, birth_date, contact_phone, last_visit_at)
    VALUES (${centreId}, ${newId()}::uuid, ${identity.kind}, ${identity.value}, ${newborn}, ${person?.firstName ?? null}, ${person?.lastName ?? null}, false,
      ${person?.gender ?? null}, ${birthDate}, ${it.contactPhone}, ${new Date(it.openedAt)})
    ON CONFLICT (centre_id, identity_kind, identity_value, newborn_birth_date) DO UPDATE SET
      (first_name, last_name, is_declared, gender, birth_date) = (
        SELECT new.first_name, new.last_name, new.is_declared, new.gender, new.birth_date
        FROM (VALUES
          (excluded.first_name, excluded.last_name, false, excluded.gender, excluded.birth_date, true),
          (kept.first_name, kept.last_name, kept.is_declared, kept.gender, kept.birth_date, false)
        ) AS new (first_name, last_name, is_declared, gender, birth_date, is_told)
        WHERE new.is_told = (excluded.first_name IS NOT NULL AND (kept.first_name IS NULL OR kept.is_declared OR excluded.last_visit_at >= kept.last_visit_at))),
      contact_phone = CASE WHEN excluded.last_visit_at >= kept.last_visit_at THEN COALESCE(excluded.contact_phone, kept.contact_phone) ELSE kept.contact_phone END,
      last_visit_at = GREATEST(kept.last_visit_at, excluded.last_visit_at)
    RETURNING id, first_name AS "firstName", last_name AS "lastName"`
  if (!row) throw new Error('The patient of a visit was not kept')
  await keepWords(tx, { centreId, patientId: row.id }, `${row.firstName ?? ''} ${row.lastName ?? ''}`)
  return row.id
}

/** The words of her name, in place of those of an earlier one. */
async function keepWords(tx: Tx, key: { centreId: string; patientId: string }, name: string): Promise<void> {
  const words = wordsOfName(name)
  await tx.patientWord.deleteMany({ where: { ...key, spelling: { notIn: words.map(({ spelling }) => spelling) } } })
  await tx.patientWord.createMany({ data: words.map((word) => ({ ...key, ...word })), skipDuplicates: true })
}

/** A prescriber's word for somebody whom no registry has named; where one has, it stays. */
export async function nameSeen(tx: Tx, { centreId, patientId }: { centreId: string; patientId: string }, name: { firstName: string; lastName: string }): Promise<void> {
  const { count } = await tx.patient.updateMany({
    where: { centreId, id: patientId, OR: [{ firstName: null }, { isDeclared: true }] },
    data: { ...name, isDeclared: true },
  })
  if (count === 1) await keepWords(tx, { centreId, patientId }, `${name.firstName} ${name.lastName}`)
}

export async function reachSeen(tx: Tx, { centreId, patientId }: { centreId: string; patientId: string }, contactPhone: string | null): Promise<void> {
  await tx.patient.updateMany({ where: { centreId, id: patientId }, data: { contactPhone } })
}

/** Whose visit it is; null of a visit from before patients were kept that has not been gone through yet. */
export async function patientOfVisit(db: Db | Tx, centreId: string, encounterId: string): Promise<string | null> {
  const row = await db.encounter.findUnique({ where: { centreId_id: { centreId, id: encounterId } }, select: { patientId: true } })
  return row?.patientId ?? null
}

/** A patient of this centre; with `treatedBy`, only one who was seen here by that prescriber. */
export const findSeen = (db: Db | Tx, { centreId, id, treatedBy }: { centreId: string; id: string; treatedBy?: string }): Promise<KeptPatient | null> =>
  treatedBy === undefined
    ? db.patient.findUnique({ where: { centreId_id: { centreId, id } } })
    : treated(db, { centreId, id, treatedBy })

async function treated(db: Db | Tx, { centreId, id, treatedBy }: { centreId: string; id: string; treatedBy: string }): Promise<KeptPatient | null> {
  const visit = await db.encounter.findFirst({ where: { centreId, patientId: id, prescriberId: treatedBy }, select: { id: true } })
  return visit && db.patient.findUnique({ where: { centreId_id: { centreId, id } } })
}

/** Visits that nobody has gone through yet, the oldest first: at most `limit`, of whatever centre. */
export const visitsWithoutPatient = (db: Db, limit: number) => db.encounter.findMany({ where: { patientId: null }, orderBy: { openedAt: 'asc' }, take: limit })

export async function setPatientOfVisit(tx: Tx, { centreId, id }: { centreId: string; id: string }, patientId: string): Promise<void> {
  await tx.encounter.updateMany({ where: { centreId, id, patientId: null }, data: { patientId } })
}
