import type { Problem } from '@noskhe/shared/charts/chart'
import type { Db, Tx } from '../../db/client.ts'
import { newId } from '../../db/id.ts'

/** What people are called, by their ids. */
export async function namesOf(db: Db | Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const rows = await db.person.findMany({ where: { id: { in: known } }, select: { id: true, firstName: true, lastName: true } })
  return new Map(rows.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]))
}

interface PatientKey {
  centreId: string
  patientId: string
}

/** Her problems: the open ones first, then the newest. */
export async function problemsOf(db: Db | Tx, { centreId, patientId }: PatientKey): Promise<Problem[]> {
  const rows = await db.patientProblem.findMany({ where: { centreId, patientId }, orderBy: [{ notedAt: 'desc' }, { id: 'desc' }] })
  const names = await namesOf(db, rows.map(({ notedBy }) => notedBy))
  const problems = rows.map(({ id, code, title, notedAt, notedBy, resolvedAt }) => ({
    id, code, title, notedAt: notedAt.toISOString(), notedBy: names.get(notedBy) ?? '', resolvedAt: resolvedAt?.toISOString() ?? null,
  }))
  return [...problems.filter((it) => it.resolvedAt === null), ...problems.filter((it) => it.resolvedAt !== null)]
}

/** Holds the patient's row until the transaction ends: of two who note the same problem at once, the second sees the first. */
export async function lockPatient(tx: Tx, { centreId, patientId }: PatientKey): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM patients WHERE centre_id = ${centreId} AND id = ${patientId}::uuid FOR UPDATE`
}

/** False where it is open already. The patient is locked. */
export async function noteProblem(
  tx: Tx,
  key: PatientKey,
  { code, title, by, at }: { code: string; title: string; by: string; at: Date },
): Promise<boolean> {
  const open = await tx.patientProblem.count({ where: { ...key, code, resolvedAt: null } })
  if (open > 0) return false
  await tx.patientProblem.create({ data: { ...key, id: newId(at.getTime()), code, title, notedBy: by, notedAt: at } })
  return true
}

/** Whose problem it is; null where this centre has none of that id. */
export async function patientOfProblem(tx: Tx, centreId: string, id: string): Promise<string | null> {
  const row = await tx.patientProblem.findUnique({ where: { centreId_id: { centreId, id } }, select: { patientId: true } })
  return row?.patientId ?? null
}

/** False where it was resolved before. */
export async function resolve(tx: Tx, { centreId, id }: { centreId: string; id: string }, by: string, at: Date): Promise<boolean> {
  const { count } = await tx.patientProblem.updateMany({ where: { centreId, id, resolvedAt: null }, data: { resolvedBy: by, resolvedAt: at } })
  return count === 1
}
