import type { Db, Tx } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'

/** What a centre stands for with its seal. */
export type Kind = 'prescription' | 'delivery'

export interface Document {
  centreId: string
  kind: Kind
  subjectId: string
  version: number
}

/**
 * Adds a document to be sealed, and the centre's seal where it has none yet. In one statement, because it is part of every
 * registration; a document that is there already stays as it is.
 */
export async function add(tx: Tx, { centreId, kind, subjectId, version }: Document, { canonical, at }: { canonical: string | null; at: Date }): Promise<void> {
  await tx.$executeRaw`
    WITH seal AS (
      INSERT INTO centre_seals (centre_id, state, chain, due_at) VALUES (${centreId}, 'waiting', '{}', ${at}) ON CONFLICT DO NOTHING
    )
    INSERT INTO document_seals (centre_id, kind, subject_id, version, state, canonical, queued_at, due_at)
    VALUES (${centreId}, ${kind}, ${subjectId}::uuid, ${version}, 'waiting', ${canonical}, ${at}, ${at}) ON CONFLICT DO NOTHING`
}

/** A centre's seal for which a certificate is to be asked. */
export interface DueSeal {
  centreId: string
  /** The key to be certified, encrypted; null where it is still to be made. */
  nextSecret: Uint8Array | null
  attempts: number
}

/** Takes the seals that are due and moves them on to `returnsAt`: of two processes one asks, and if it dies another does then. */
export const claimDueSeals = (db: Db, { now, returnsAt, limit }: { now: Date; returnsAt: Date; limit: number }): Promise<DueSeal[]> =>
  db.$queryRaw<DueSeal[]>`
    UPDATE centre_seals AS it SET attempts = it.attempts + 1, due_at = ${returnsAt}
    FROM (SELECT centre_id FROM centre_seals WHERE due_at <= ${now} ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED) AS due
    WHERE it.centre_id = due.centre_id
    RETURNING it.centre_id AS "centreId", it.next_secret AS "nextSecret", it.attempts`

/** Who writes about a claimed seal must have been the last to claim it. */
const lastClaimedBy = ({ centreId, attempts }: DueSeal) => ({ centreId, attempts })

/** Keeps a new key before it is asked about. False where somebody else has claimed the seal since. */
export async function keepNextSecret(db: Db, seal: DueSeal, nextSecret: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const { count } = await db.centreSeal.updateMany({ where: { ...lastClaimedBy(seal), nextSecret: null }, data: { nextSecret } })
  return count === 1
}

export interface Certified {
  secret: Uint8Array
  chain: readonly string[]
  serial: string
  validUntil: Date
  /** When it is to be renewed. */
  dueAt: Date
}

/** The key that was asked about takes the place of the one before it. False where somebody has written since. */
export async function markCertified(tx: Tx, seal: DueSeal, { secret, chain, ...it }: Certified): Promise<boolean> {
  const { count } = await tx.centreSeal.updateMany({
    where: lastClaimedBy(seal),
    data: { ...it, chain: [...chain], secret: Uint8Array.from(secret), nextSecret: null, state: 'in-force', failure: null },
  })
  return count === 1
}

export async function putSealBack(db: Db, seal: DueSeal, it: { failure: string; dueAt: Date }): Promise<void> {
  await db.centreSeal.updateMany({ where: lastClaimedBy(seal), data: it })
}

/** Its certificate was revoked: nothing is sealed with it any more, and another one is asked for, with another key. */
export async function markRevoked(tx: Tx, { centreId, serial }: { centreId: string; serial: string }, at: Date): Promise<boolean> {
  const { count } = await tx.centreSeal.updateMany({
    where: { centreId, serial, state: 'in-force' },
    data: { state: 'revoked', secret: null, dueAt: at },
  })
  return count === 1
}

/** Sees to it that a centre that is to seal is asked a certificate for, once. */
export async function wantSeal(db: Db, centreId: string, at: Date): Promise<void> {
  await db.$executeRaw`INSERT INTO centre_seals (centre_id, state, chain, due_at) VALUES (${centreId}, 'waiting', '{}', ${at}) ON CONFLICT DO NOTHING`
}

/** A seal that can be used. */
export interface Seal {
  centreId: string
  secret: Uint8Array
  chain: string[]
  serial: string
}

/** Null where the centre has none that is in force at this instant. */
export async function findSeal(db: Db, centreId: string, at: Date): Promise<Seal | null> {
  const row = await db.centreSeal.findFirst({ where: { centreId, state: 'in-force', validUntil: { gt: at } } })
  if (!row || row.secret === null || row.serial === null) return null
  return { centreId, secret: row.secret, chain: row.chain, serial: row.serial }
}

export interface DueDocument extends Document {
  canonical: string | null
  attempts: number
}

/** Takes documents that wait, of centres that can seal; those of a centre without a certificate keep nobody waiting. */
export const claimDueDocuments = (db: Db, { now, returnsAt, limit }: { now: Date; returnsAt: Date; limit: number }): Promise<DueDocument[]> =>
  db.$queryRaw<DueDocument[]>`
    UPDATE document_seals AS it SET attempts = it.attempts + 1, due_at = ${returnsAt}
    FROM (
      SELECT centre_id, kind, subject_id, version FROM document_seals AS waiting
      WHERE state = 'waiting' AND due_at <= ${now} AND EXISTS (
        SELECT 1 FROM centre_seals AS seal WHERE seal.centre_id = waiting.centre_id AND seal.state = 'in-force' AND seal.valid_until > ${now})
      ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) AS due
    WHERE it.centre_id = due.centre_id AND it.kind = due.kind AND it.subject_id = due.subject_id AND it.version = due.version
    RETURNING it.centre_id AS "centreId", it.kind, it.subject_id AS "subjectId", it.version, it.canonical, it.attempts`

const rowOf = ({ centreId, kind, subjectId, version }: Document) => ({ centreId, kind, subjectId, version })

/** False where it was sealed before: a document has one seal, the first. */
export async function markSealed(tx: Tx, document: Document, evidence: Prisma.InputJsonObject, at: Date): Promise<boolean> {
  const { count } = await tx.documentSeal.updateMany({
    where: { ...rowOf(document), state: 'waiting' },
    data: { state: 'sealed', evidence, sealedAt: at, failure: null },
  })
  return count === 1
}

export async function putDocumentBack(db: Db, document: DueDocument, it: { failure: string; dueAt: Date }): Promise<void> {
  await db.documentSeal.updateMany({ where: { ...rowOf(document), attempts: document.attempts, state: 'waiting' }, data: it })
}

/** The seal over a document as it stands: `evidence` is null while it waits. Null where the document is not to be sealed. */
export const findDocumentSeal = (db: Db, document: Document): Promise<{ evidence: unknown } | null> =>
  db.documentSeal.findUnique({ where: { centreId_kind_subjectId_version: rowOf(document) }, select: { evidence: true } })

/** What proves the seal over a document; null while there is none. */
export const evidenceOfSeal = async (db: Db | Tx, document: Document): Promise<unknown> =>
  (await db.documentSeal.findUnique({ where: { centreId_kind_subjectId_version: rowOf(document) }, select: { evidence: true } }))?.evidence ?? null
