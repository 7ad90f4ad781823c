import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { type KeptPatientFacts, PatientFacts, noFacts } from '@noskhe/shared/rules/patient-facts'
import { z } from 'zod'
import type { ActorAtCentre } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import type { RuleFeedback } from '../../national/clinical-rules/port.ts'
import { Asked, type Gathering, type GivenOverride, type PatientKey, StoredFinding } from './stored.ts'

export const patientKeyOf = ({ patient: { identity, newbornBirthDate } }: Prescription): PatientKey => ({
  identityKind: identity.kind,
  identityValue: identity.value,
  newbornBirthDate: newbornBirthDate ?? '',
})

export async function findGathering(db: Db | Tx, actor: ActorAtCentre, prescriptionId: string): Promise<Gathering | null> {
  const row = await db.ruleGathering.findFirst({ where: { centreId: actor.at.centreId, prescriptionId } })
  if (!row) return null
  return { fingerprint: row.fingerprint, findings: z.array(StoredFinding).parse(row.findings), asked: Asked.parse(row.services), askedAt: row.askedAt }
}

/** Keeps what was heard, unless something later is there already or the draft was signed meanwhile: its rules are signed with it. */
export async function keepGathering(db: Db, actor: ActorAtCentre, prescriptionId: string, it: Gathering): Promise<void> {
  await db.$executeRaw`
    INSERT INTO rule_gatherings (centre_id, prescription_id, fingerprint, findings, services, asked_at)
    SELECT centre_id, id, ${it.fingerprint}, ${JSON.stringify(it.findings)}::jsonb, ${JSON.stringify(it.asked)}::jsonb, ${it.askedAt}
    FROM prescriptions WHERE centre_id = ${actor.at.centreId} AND id = ${prescriptionId}::uuid AND status = 'draft' FOR SHARE
    ON CONFLICT (centre_id, prescription_id) DO UPDATE
    SET fingerprint = excluded.fingerprint, findings = excluded.findings, services = excluded.services, asked_at = excluded.asked_at
    WHERE rule_gatherings.asked_at <= excluded.asked_at`
}

const herOf = (actor: ActorAtCentre, patient: PatientKey) => ({ centreId: actor.at.centreId, prescriberId: actor.personId, ...patient })

/** Her own reasons for this patient, given after `since` and not taken back. */
export const findOverrides = (db: Db | Tx, actor: ActorAtCentre, patient: PatientKey, since: Date): Promise<GivenOverride[]> =>
  db.ruleOverride.findMany({ where: { ...herOf(actor, patient), givenAt: { gt: since }, withdrawnAt: null } })

export async function giveOverride(tx: Tx, actor: ActorAtCentre, patient: PatientKey, it: GivenOverride): Promise<void> {
  await tx.ruleOverride.create({ data: { ...herOf(actor, patient), id: newId(it.givenAt.getTime()), ...it } })
}

/** Gives how many stood. */
export async function withdrawOverrides(tx: Tx, actor: ActorAtCentre, patient: PatientKey, findingKey: string, at: Date): Promise<number> {
  const { count } = await tx.ruleOverride.updateMany({ where: { ...herOf(actor, patient), findingKey, withdrawnAt: null }, data: { withdrawnAt: at } })
  return count
}

export async function findFacts(db: Db | Tx, actor: ActorAtCentre, patient: PatientKey): Promise<KeptPatientFacts> {
  const row = await db.patientFacts.findFirst({ where: { centreId: actor.at.centreId, ...patient } })
  if (!row) return { revision: 0, facts: noFacts, recordedAt: null }
  return { revision: row.revision, facts: PatientFacts.parse(row.facts), recordedAt: row.recordedAt.toISOString() }
}

/** @throws Failure `patient.facts-changed` where somebody else kept others since `revision` */
export async function keepFacts(
  tx: Tx,
  actor: ActorAtCentre,
  patient: PatientKey,
  { revision, facts, at }: { revision: number; facts: PatientFacts; at: Date },
): Promise<void> {
  const key = { centreId: actor.at.centreId, ...patient }
  const said = { revision: revision + 1, facts, recordedBy: actor.personId, recordedAt: at }
  const { count } =
    revision === 0
      ? await tx.patientFacts.createMany({ data: [{ ...key, ...said }], skipDuplicates: true })
      : await tx.patientFacts.updateMany({ where: { ...key, revision }, data: said })
  if (count !== 1) throw new Failure('patient.facts-changed')
}

const FeedbackOfCard = z.object({
  card: z.string(),
  at: z.string(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('accepted'), suggestion: z.string() }),
    z.object({ kind: z.literal('overridden'), reason: z.object({ code: z.string(), system: z.string().nullable() }), note: z.string() }),
  ]),
})

/** Feedback that is still to be told, as a worker holds it. */
export interface DueFeedback {
  centreId: string
  id: string
  service: string
  feedback: RuleFeedback
  attempts: number
}

/** Written down with what it tells of; the worker tells it after the commit. */
export async function enqueueFeedback(tx: Tx, actor: ActorAtCentre, service: string, feedback: RuleFeedback, at: Date): Promise<void> {
  await tx.ruleFeedback.create({ data: { centreId: actor.at.centreId, id: newId(at.getTime()), service, feedback: FeedbackOfCard.parse(feedback), dueAt: at } })
}

/**
 * Takes what is due, of whatever centre, and sets when it returns if nobody settles it. Who counted its attempt up has it; another
 * process that saw it too counts from the same number and gets none.
 */
export async function claimFeedback(db: Db, { now, returnsAt, limit }: { now: Date; returnsAt: (attempts: number) => Date; limit: number }): Promise<DueFeedback[]> {
  const due = await db.ruleFeedback.findMany({ where: { endedAt: null, dueAt: { lte: now } }, orderBy: { dueAt: 'asc' }, take: limit })
  const claimed = await Promise.all(
    due.map(async ({ centreId, id, service, feedback, attempts }) => {
      const { count } = await db.ruleFeedback.updateMany({
        where: { centreId, id, attempts, endedAt: null },
        data: { attempts: attempts + 1, dueAt: returnsAt(attempts + 1) },
      })
      return count === 1 ? [{ centreId, id, service, feedback: FeedbackOfCard.parse(feedback), attempts: attempts + 1 }] : []
    }),
  )
  return claimed.flat()
}

export async function endFeedback(db: Db, { centreId, id }: DueFeedback, outcome: 'told' | 'refused' | 'given-up', at: Date): Promise<void> {
  await db.ruleFeedback.updateMany({ where: { centreId, id, endedAt: null }, data: { endedAt: at, outcome } })
}
