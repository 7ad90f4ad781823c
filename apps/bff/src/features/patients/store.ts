import { Failure } from '@noskhe/shared/failure'
import { Encounter, HidOfVisit, type InsurerCode, TrackedHid } from '@noskhe/shared/patients/eligibility'
import type { ActorAtCentre } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { EligibilityRequest } from '../../national/eligibility/port.ts'
import { reservedInsurers } from './reserve/store.ts'
import { keepSeen, patientOfVisit, reachSeen } from './seen/store.ts'

/** A visit as it is kept: what becomes of its HID is kept apart, and the reserve is the centre's. */
export type NewEncounter = Omit<Encounter, 'hid' | 'reservedFor' | 'endedAt' | 'endedBy'> & { hid: HidOfVisit | null }

/** Keeps a visit as eligibility answered it, and whose it is. */
export async function createEncounter(tx: Tx, actor: ActorAtCentre, it: NewEncounter): Promise<void> {
  const patientId = await keepSeen(tx, actor.at.centreId, it)
  await tx.encounter.create({
    data: {
      patientId,
      centreId: actor.at.centreId,
      id: it.id,
      prescriberId: actor.personId,
      identityKind: it.identity.kind,
      identityValue: it.identity.value,
      newbornBirthDate: it.newbornBirthDate,
      state: it.state,
      person: it.person ?? Prisma.DbNull,
      coverages: it.coverages,
      used: it.used,
      choice: it.choice ?? Prisma.DbNull,
      hid: it.hid ?? Prisma.DbNull,
      hidValue: it.hid?.value ?? null,
      contactPhone: it.contactPhone,
      message: it.message,
      openedAt: it.openedAt,
    },
  })
}

/** The actor's own visit at her centre: the HID was issued to her. @throws Failure `encounter.not-found` */
export async function findEncounterOf(db: Db | Tx, actor: ActorAtCentre, id: string, now: Date): Promise<Encounter> {
  const { centreId } = actor.at
  const row = await db.encounter.findFirst({ where: { centreId, id, prescriberId: actor.personId } })
  if (!row) throw new Failure('encounter.not-found')
  return Encounter.parse({
    ...row,
    openedAt: row.openedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    identity: { kind: row.identityKind, value: row.identityValue },
    hid: row.hid === null ? null : await trackHid(db, centreId, HidOfVisit.parse(row.hid)),
    reservedFor: row.state === 'unanswered' ? await reservedInsurers(db, centreId, now) : [],
  })
}

/** A HID as it was given, with what has become of it since. */
export async function trackHid(db: Db | Tx, centreId: string, hid: HidOfVisit): Promise<TrackedHid> {
  const kept = await db.hid.findUnique({ where: { centreId_value: { centreId, value: hid.value } } })
  const state = TrackedHid.shape.state.parse(kept?.state ?? 'issued')
  return { ...hid, state, rejection: state === 'rejected' ? (kept?.reason ?? null) : null }
}

/** Goes on as insured, if nobody has answered meanwhile. False where the visit is no more unanswered. */
export async function takeOn(
  tx: Tx,
  actor: ActorAtCentre,
  { id, insurer, hid, message }: { id: string; insurer: InsurerCode; hid: HidOfVisit; message: string },
): Promise<boolean> {
  const { count } = await tx.encounter.updateMany({
    where: { centreId: actor.at.centreId, id, prescriberId: actor.personId, state: 'unanswered' },
    data: { state: 'unconfirmed', used: insurer, hid, hidValue: hid.value, message },
  })
  return count === 1
}

/** The service has confirmed the HID under which these visits went on unconfirmed. */
export async function confirmVisits(tx: Tx, { centreId, value }: { centreId: string; value: string }): Promise<void> {
  await tx.encounter.updateMany({ where: { centreId, hidValue: value, state: 'unconfirmed' }, data: { state: 'covered', message: null } })
}

/** @throws Failure `encounter.not-found` */
export async function keepContact(tx: Tx, actor: ActorAtCentre, id: string, contactPhone: string | null): Promise<void> {
  const { count } = await tx.encounter.updateMany({ where: { centreId: actor.at.centreId, id, prescriberId: actor.personId }, data: { contactPhone } })
  if (count === 0) throw new Failure('encounter.not-found')
  const patientId = await patientOfVisit(tx, actor.at.centreId, id)
  if (patientId !== null) await reachSeen(tx, { centreId: actor.at.centreId, patientId }, contactPhone)
}

/** By which the same patient was reached at this centre last; a newborn is not reached as the mother's earlier children were. */
export async function lastContactOf(
  db: Db | Tx,
  centreId: string,
  { identity, newbornBirthDate }: Pick<Encounter, 'identity' | 'newbornBirthDate'>,
): Promise<string | null> {
  const row = await db.encounter.findFirst({
    where: { centreId, identityValue: identity.value, identityKind: identity.kind, newbornBirthDate },
    orderBy: { openedAt: 'desc' },
    select: { contactPhone: true },
  })
  return row?.contactPhone ?? null
}

/** The actor's own last `limit` visits of a patient at her centre, by id. A newborn's are told from the mother's. */
export async function visitsOf(
  db: Db,
  { at: { centreId }, personId }: ActorAtCentre,
  { identity, newbornBirthDate }: Pick<Encounter, 'identity' | 'newbornBirthDate'>,
  limit: number,
): Promise<string[]> {
  const rows = await db.encounter.findMany({
    where: { centreId, identityValue: identity.value, identityKind: identity.kind, newbornBirthDate, prescriberId: personId },
    orderBy: { openedAt: 'desc' },
    take: limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** What the service is told of a HID's visit; null where no visit has it. */
export async function visitOfHid(
  db: Db,
  { centreId, value }: { centreId: string; value: string },
): Promise<{ encounterId: string; visit: Omit<EligibilityRequest, 'clientIp'> } | null> {
  const row = await db.encounter.findFirst({ where: { centreId, hidValue: value }, orderBy: { openedAt: 'asc' } })
  if (!row) return null
  const person = await db.person.findUnique({ where: { id: row.prescriberId }, select: { councilNumber: true } })
  return {
    encounterId: row.id,
    visit: {
      identity: Encounter.shape.identity.parse({ kind: row.identityKind, value: row.identityValue }),
      ...(row.newbornBirthDate !== null && { newborn: { birthDate: row.newbornBirthDate } }),
      siamId: centreId,
      councilNumber: person?.councilNumber ?? '',
    },
  }
}
