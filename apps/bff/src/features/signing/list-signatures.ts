import type { Input, Output } from '@noskhe/shared/endpoint'
import { CertificateFacts, type SignatureLayer } from '@noskhe/shared/signing/certificate'
import type { listSignatures as contract } from '@noskhe/shared/signing/contract'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { findOwn } from '../prescriptions/index.ts'
import { describeSeal } from '../seals/index.ts'
import { type KeptEvidence, findEvidence } from './store.ts'

/** What the newest signed version of one's own prescription carries. */
export async function listSignatures({ actor, db }: Context, { id }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { prescription } = await findOwn(db, actor, id)
  const kept = await findEvidence(db, actor, { prescriptionId: id, version: prescription.version })
  if (!kept) return { layers: [] }
  const seal = await describeSeal(db, { centreId: actor.at.centreId, kind: 'prescription', subjectId: id, version: prescription.version })
  return { layers: seal ? [layerOf(kept), seal] : [layerOf(kept)] }
}

const CertificateEvidence = z.object({
  kind: z.literal('certificate'),
  certificate: CertificateFacts,
  signedAt: z.iso.datetime(),
  proofs: z.array(z.object({ of: z.enum(['holder', 'authority']), by: z.enum(['ocsp', 'crl']) })),
})

/** A version that was signed on a phone before there were certificates proves, like a passkey, possession of a key: intent. */
function layerOf({ evidence, signedAt }: KeptEvidence): SignatureLayer {
  const certified = CertificateEvidence.safeParse(evidence)
  if (!certified.success) return { layer: 'intent', at: signedAt.toISOString(), certificate: null, confirmedBy: null }
  const { certificate, signedAt: at, proofs } = certified.data
  return { layer: 'certificate', at, certificate, confirmedBy: proofs.find((it) => it.of === 'holder')?.by ?? null }
}
