import { createHash } from 'node:crypto'
import { CertificateFacts } from '@noskhe/shared/signing/certificate'
import type { Resources } from '../../context.ts'
import type { Db } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { restAfter } from '../../outbox/index.ts'
import { recordForCentre } from '../audit/index.ts'
import { type ReadySeal, readySeal, seal } from './ready-seal.ts'
import { type Document, type DueDocument, claimDueDocuments, markSealed, putDocumentBack } from './store.ts'

const AT_ONCE = 20
/** Longer than the questions to the authority with their deadlines: who took a document and has not sealed it by then is dead. */
const RETURNS_AFTER_MS = 30_000

type Needed = Pick<Resources, 'config' | 'db' | 'national' | 'now' | 'log'>

/** The bytes of a signed version; null where there is none. */
export type FindVersion = (db: Db, of: { centreId: string; prescriptionId: string; version: number }) => Promise<{ canonical: string } | null>

/** Seals what waits, batch after batch; a failure ends the round, so that an outage is not run against. */
export async function sealDocuments(resources: Needed, findVersion: FindVersion): Promise<void> {
  for (;;) {
    const now = resources.now()
    const due = await claimDueDocuments(resources.db, { now, returnsAt: new Date(now.getTime() + RETURNS_AFTER_MS), limit: AT_ONCE })
    const byCentre = Map.groupBy(due, (it) => it.centreId)
    const done = await Promise.all([...byCentre].map(([centreId, documents]) => sealOfCentre(resources, centreId, documents, findVersion)))
    if (due.length < AT_ONCE || done.includes(false)) return
  }
}

/** The authority is asked once for a centre's batch. False where something stays unsealed. */
async function sealOfCentre(resources: Needed, centreId: string, documents: readonly DueDocument[], findVersion: FindVersion): Promise<boolean> {
  const { db, log } = resources
  const failed = (failure: string) => Promise.all(documents.map((it) => putBack(resources, it, failure)))
  try {
    const ready = await readySeal(resources, centreId)
    if ('failure' in ready) {
      await failed(ready.failure)
      return false
    }
    for (const it of documents) await sealOne(resources, ready, it, it.canonical ?? (await findVersion(db, { ...it, prescriptionId: it.subjectId }))?.canonical)
    return true
  } catch (error) {
    log.error({ err: error, centre: centreId }, 'documents not sealed')
    await failed('error')
    return false
  }
}

const putBack = ({ db, now }: Needed, it: DueDocument, failure: string): Promise<void> =>
  putDocumentBack(db, it, { failure, dueAt: new Date(now().getTime() + restAfter(it.attempts, Math.random())) })

/** How the sealed bytes are named in the seal: a digest alone would not say of what. */
export const documentName = ({ kind, subjectId, version }: Document): string => `urn:noskhe:${kind}:${subjectId}:${version}`

/** Seals, and verifies what was made as anybody would, before it is kept. */
async function sealOne({ config, db, national, now }: Needed, ready: ReadySeal, it: DueDocument, canonical: string | undefined): Promise<void> {
  if (canonical === undefined) throw new Error('What is to be sealed has bytes')
  const { centreId, kind, subjectId, version } = it
  const at = now()
  const digest = createHash('sha256').update(canonical).digest('base64url')
  const document = documentName(it)
  const { jws, certificate, chain, signedAt } = await seal({ config, national }, ready, { digest, document, at })
  const evidence = {
    kind: 'seal',
    jws: { ...jws },
    chain: [...chain],
    certificate: CertificateFacts.parse(certificate),
    proofs: ready.proofs.map((proof) => ({ ...proof })),
    signedAt: signedAt.toISOString(),
    confirmedAt: ready.confirmedAt.toISOString(),
  }
  await inTransaction(db, async (tx) => {
    if (await markSealed(tx, it, evidence, at)) await recordForCentre(tx, { centreId, now }, 'document.sealed', subjectId, { kind, version, digest })
  })
}
