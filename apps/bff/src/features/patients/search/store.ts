import type { NameWord } from '@noskhe/shared/patients/name-words'
import { readingsOfName } from '@noskhe/shared/patients/name-words'
import type { FoundPatient, PatientQuery } from '@noskhe/shared/patients/search'
import type { ActorAtCentre } from '../../../context.ts'
import type { Db } from '../../../db/client.ts'
import { Prisma } from '../../../db/generated/client.ts'

interface Row {
  id: string
  identityKind: FoundPatient['identityKind']
  identityEnd: string
  newbornBirthDate: string
  firstName: string | null
  lastName: string | null
  isDeclared: boolean
  gender: FoundPatient['gender']
  birthDate: string | null
  lastVisitAt: Date
  isAlike: boolean
  isTreatedByMe: boolean
}

/**
 * Patients who were seen at the actor's centre and whom a query means: those who are spelt as typed first, then the one seen
 * last. At most `limit` rows; where there are more, there are that many.
 */
export async function searchSeen(db: Db, actor: ActorAtCentre, query: PatientQuery, limit: number): Promise<FoundPatient[]> {
  const { centreId } = actor.at
  const meant = meantBy(centreId, query)
  if (meant === null) return []
  const rows = await db.$queryRaw<Row[]>`
    WITH meant AS (SELECT patient_id, bool_and(is_alike) AS is_alike FROM (${meant}) AS any_reading GROUP BY patient_id)
    SELECT it.id, it.identity_kind AS "identityKind", right(it.identity_value, 4) AS "identityEnd", it.newborn_birth_date AS "newbornBirthDate",
      it.first_name AS "firstName", it.last_name AS "lastName", it.is_declared AS "isDeclared", it.gender, it.birth_date AS "birthDate",
      it.last_visit_at AS "lastVisitAt", meant.is_alike AS "isAlike",
      EXISTS (SELECT 1 FROM encounters AS visit WHERE visit.centre_id = it.centre_id AND visit.patient_id = it.id AND visit.prescriber_id = ${actor.personId}::uuid) AS "isTreatedByMe"
    FROM meant JOIN patients AS it ON it.centre_id = ${centreId} AND it.id = meant.patient_id
    ORDER BY meant.is_alike, it.last_visit_at DESC, it.id LIMIT ${limit}`
  return rows.map(({ newbornBirthDate, lastVisitAt, ...row }) => ({ ...row, isNewborn: newbornBirthDate !== '', lastVisitAt: lastVisitAt.toISOString() }))
}

/** The patients that a query means, each with whether she only sounds so; null where it can mean nobody. */
function meantBy(centreId: string, query: PatientQuery): Prisma.Sql | null {
  const those = (condition: Prisma.Sql) => Prisma.sql`SELECT id AS patient_id, false AS is_alike FROM patients WHERE centre_id = ${centreId} AND ${condition}`
  if (query.by === 'phone') return those(Prisma.sql`contact_phone = ${query.phone}`)
  if (query.by === 'birth') return those(Prisma.sql`birth_date >= ${query.from} AND birth_date < ${query.until}`)
  const readings = query.names.flatMap(readingsOfName)
  if (readings.length === 0) return null
  const either = readings.flatMap((reading) => [saidAs(centreId, reading), speltAs(centreId, reading)])
  return Prisma.join(either, ' UNION ALL ')
}

const begins = (text: string) => `${text}%`

/** Of whose name each of these words is a beginning, by sound. The words are letters and digits only: nothing in them is a wildcard. */
const saidAs = (centreId: string, reading: readonly NameWord[]): Prisma.Sql =>
  allOf(true, reading.map(({ sound }) => Prisma.sql`SELECT patient_id FROM patient_words WHERE centre_id = ${centreId} AND sound LIKE ${begins(sound)}`))

/** The same by spelling; the sound goes along because it has the index. */
const speltAs = (centreId: string, reading: readonly NameWord[]): Prisma.Sql =>
  allOf(
    false,
    reading.map(
      ({ sound, spelling }) =>
        Prisma.sql`SELECT patient_id FROM patient_words WHERE centre_id = ${centreId} AND sound LIKE ${begins(sound)} AND spelling LIKE ${begins(spelling)}`,
    ),
  )

const allOf = (isAlike: boolean, words: readonly Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`SELECT patient_id, ${isAlike}::boolean AS is_alike FROM (${Prisma.join([...words], ' INTERSECT ')}) AS reading`
