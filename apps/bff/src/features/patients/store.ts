import { Failure } from '@noskhe/shared/failure'
import { Encounter } from '@noskhe/shared/patients/eligibility'
import type { ActorAtCentre } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'

/** Keeps a visit as eligibility answered it. */
export async function createEncounter(tx: Tx, actor: ActorAtCentre, it: Encounter): Promise<void> {
  await tx.encounter.create({
    data: {
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
      hid: it.hid ?? Prisma.DbNull,
      message: it.message,
      openedAt: it.openedAt,
    },
  })
}

/** The actor's own visit at her centre: the HID was issued to her. @throws Failure `encounter.not-found` */
export async function findEncounterOf(db: Db | Tx, actor: ActorAtCentre, id: string): Promise<Encounter> {
  const row = await db.encounter.findFirst({ where: { centreId: actor.at.centreId, id, prescriberId: actor.personId } })
  if (!row) throw new Failure('encounter.not-found')
  return Encounter.parse({
    ...row,
    openedAt: row.openedAt.toISOString(),
    identity: { kind: row.identityKind, value: row.identityValue },
  })
}
