import { Failure } from '@noskhe/shared/failure'
import type { SigningMeans } from '@noskhe/shared/signing/signature'
import type { ActorAtCentre } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'

/** A question put to a signer: the exact bytes, and what makes its challenge unique. */
export interface Question {
  id: string
  prescriptionId: string
  /** Of the draft that was fixed; another one is another question. */
  revision: number
  means: SigningMeans
  canonical: string
  /** SHA-256 of the canonical bytes, base64url. */
  digest: string
  nonce: Uint8Array<ArrayBuffer>
  /** The phone's request; null for a passkey. */
  handle: string | null
  expiresAt: Date
  usedAt: Date | null
}

export async function keepQuestion(tx: Tx, actor: ActorAtCentre, it: Omit<Question, 'usedAt'>): Promise<void> {
  await tx.signatureRequest.create({ data: { ...it, centreId: actor.at.centreId, prescriberId: actor.personId } })
}

/** A question put to this person at this centre by these means. @throws Failure `signature.request-not-found` */
export async function findQuestion(db: Db, actor: ActorAtCentre, id: string, means: SigningMeans): Promise<Question> {
  const row = await db.signatureRequest.findFirst({ where: { centreId: actor.at.centreId, id, prescriberId: actor.personId, means } })
  if (!row) throw new Failure('signature.request-not-found')
  return { ...row, means }
}

/** Uses a question up; it is answered once and in time. @throws Failure `signature.request-expired` */
export async function useQuestion(tx: Tx, actor: ActorAtCentre, id: string, { at, answeredAt }: { at: Date; answeredAt: Date }): Promise<void> {
  const { count } = await tx.signatureRequest.updateMany({
    where: { centreId: actor.at.centreId, id, usedAt: null, expiresAt: { gt: answeredAt } },
    data: { usedAt: at },
  })
  if (count !== 1) throw new Failure('signature.request-expired')
}

export interface SignedVersion {
  prescriptionId: string
  version: number
  canonical: string
  digest: string
  previous: string | null
  means: SigningMeans
  /** Everything that proves the signature later, by itself. */
  evidence: Prisma.InputJsonObject
  signedAt: Date
}

export async function keepVersion(tx: Tx, actor: ActorAtCentre, it: SignedVersion): Promise<void> {
  await tx.prescriptionVersion.create({ data: { ...it, centreId: actor.at.centreId } })
}

/** The bytes of a version as they were signed, and their digest; null where there is no such version. For work that nobody asks for now. */
export const findVersion = (
  db: Db,
  { centreId, prescriptionId, version }: { centreId: string; prescriptionId: string; version: number },
): Promise<{ canonical: string; digest: string } | null> =>
  db.prescriptionVersion.findUnique({
    where: { centreId_prescriptionId_version: { centreId, prescriptionId, version } },
    select: { canonical: true, digest: true },
  })

/** Digest of a version's bytes; null where there is no such version. */
export async function digestOfVersion(db: Db | Tx, actor: ActorAtCentre, prescriptionId: string, version: number): Promise<string | null> {
  const row = await db.prescriptionVersion.findFirst({
    where: { centreId: actor.at.centreId, prescriptionId, version },
    select: { digest: true },
  })
  return row?.digest ?? null
}

export interface KeptEvidence {
  evidence: unknown
  signedAt: Date
}

/** What proves a signed version; null where there is none. */
export const findEvidence = (db: Db, actor: ActorAtCentre, at: { prescriptionId: string; version: number }): Promise<KeptEvidence | null> =>
  db.prescriptionVersion.findFirst({ where: { centreId: actor.at.centreId, ...at }, select: { evidence: true, signedAt: true } })

export interface KeptVersion extends KeptEvidence {
  version: number
  canonical: string
  voidedAt: Date | null
}

/** All signed versions of a prescription of this centre from the first to `upTo`, those that the payer refused among them. */
export const versionsUpTo = (db: Db | Tx, actor: ActorAtCentre, prescriptionId: string, upTo: number): Promise<KeptVersion[]> =>
  db.prescriptionVersion.findMany({
    where: { centreId: actor.at.centreId, prescriptionId, version: { lte: upTo } },
    orderBy: { version: 'asc' },
    select: { version: true, canonical: true, evidence: true, signedAt: true, voidedAt: true },
  })
