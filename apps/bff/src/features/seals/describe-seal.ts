import { CertificateFacts, type SignatureLayer } from '@noskhe/shared/signing/certificate'
import { z } from 'zod'
import type { Db } from '../../db/client.ts'
import { type Document, findDocumentSeal } from './store.ts'

const Evidence = z.object({
  certificate: CertificateFacts,
  signedAt: z.iso.datetime(),
  proofs: z.array(z.object({ of: z.enum(['holder', 'authority']), by: z.enum(['ocsp', 'crl']) })),
})

/** The centre's seal over a document, as one of its signatures; its time is null while it waits. Null where none is due. */
export async function describeSeal(db: Db, document: Document): Promise<SignatureLayer | null> {
  const found = await findDocumentSeal(db, document)
  if (found === null) return null
  if (found.evidence === null) return { layer: 'seal', at: null, certificate: null, confirmedBy: null }
  const { certificate, signedAt, proofs } = Evidence.parse(found.evidence)
  return { layer: 'seal', at: signedAt, certificate, confirmedBy: proofs.find((it) => it.of === 'holder')?.by ?? null }
}
