import { type Content, digestOfContent, fileName, writeEvidence } from '@noskhe/evidence/evidence-file'
import type { Input, Output } from '@noskhe/shared/endpoint'
import type { exportEvidence as contract } from '@noskhe/shared/evidence/contract'
import { Failure } from '@noskhe/shared/failure'
import type { ActorAtCentre, Context } from '../../context.ts'
import type { Tx } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { eventsAbout, record } from '../audit/index.ts'
import { attemptsOf, findOwn } from '../prescriptions/index.ts'
import { type ReadySeal, evidenceOfSeal, readySeal, seal } from '../seals/index.ts'
import { versionsUpTo } from '../signing/index.ts'
import { eventOf, proofsOf, registrationOf, sealOf, signatureOf } from './file-parts.ts'

/**
 * Writes the evidence file of a signed version: all versions up to it, because each holds the hash of the one before. The look is
 * recorded first and is itself in the file. Where the authority does not speak for the centre's seal now, the file is not
 * sealed.
 * @throws Failure `prescription.not-found` | `evidence.version-unknown`
 */
export async function exportEvidence(context: Context, { id, version }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { actor, config, national, now } = context
  // Asked before the look, so that nobody's rows are held while the authority thinks.
  const ready = await readySeal(context, actor.at.centreId)
  const isSealed = !('failure' in ready)
  const exportedAt = now()
  const content = await inTransaction(context.db, async (tx) => {
    const { prescription } = await findOwn(tx, actor, id)
    await record(tx, context, 'prescription.evidence-exported', id, { version, isSealed })
    const parts = await partsOf(tx, actor, id, version)
    if (parts.versions.length !== version) throw new Failure('evidence.version-unknown')
    const { insurer, trackingCode } = prescription
    const sealProofs = isSealed ? { proofs: proofsOf(ready.proofs), confirmedAt: ready.confirmedAt.toISOString() } : null
    return { prescription: id, centre: actor.at.centreId, insurer, trackingCode, exportedAt: exportedAt.toISOString(), ...parts, sealProofs }
  })
  const digest = digestOfContent(content)
  const jws = isSealed ? await sealFile({ config, national }, ready, content, { digest, at: exportedAt }) : null
  const text = writeEvidence({ format: 'noskhe.evidence/1', content, digest, seal: jws })
  return { name: `noskhe-${content.trackingCode ?? id}-${String(version)}.evidence.json`, text, isSealed }
}

async function partsOf(tx: Tx, actor: ActorAtCentre, id: string, upTo: number): Promise<Pick<Content, 'versions' | 'registrations' | 'events'>> {
  const { centreId } = actor.at
  const kept = await versionsUpTo(tx, actor, id, upTo)
  const versions = []
  for (const { evidence, canonical, version, signedAt, voidedAt } of kept) {
    const sealed = await evidenceOfSeal(tx, { centreId, kind: 'prescription', subjectId: id, version })
    versions.push({
      version,
      canonical,
      signature: signatureOf(evidence),
      signedAt: signedAt.toISOString(),
      voidedAt: voidedAt?.toISOString() ?? null,
      seal: sealed === null ? null : sealOf(sealed),
    })
  }
  const attempts = await attemptsOf(tx, centreId, id)
  const events = await eventsAbout(tx, centreId, id)
  return { versions, registrations: attempts.filter((it) => it.version <= upTo).map(registrationOf), events: events.map(eventOf) }
}

async function sealFile(needed: Pick<Context, 'config' | 'national'>, ready: ReadySeal, content: Content, { digest, at }: { digest: string; at: Date }) {
  const { jws } = await seal(needed, ready, { digest, document: fileName(content), at })
  return { protected: jws.protected, signature: jws.signature }
}
