import type { CertificateSignature, Content, Event, Version } from '@noskhe/evidence/evidence-file'
import { DetachedJws } from '@noskhe/shared/signing/detached-jws'
import { z } from 'zod'
import type { KeptEvent } from '../audit/index.ts'

// What is kept, as it is read back, beside what of it the file needs: nothing that stands in a signature is repeated.

const Proofs = z.array(z.object({ of: z.enum(['holder', 'authority']), by: z.enum(['ocsp', 'crl']), der: z.string() }))

const KeptCertificate = z.object({ kind: z.enum(['certificate', 'seal']), jws: DetachedJws, proofs: Proofs, confirmedAt: z.iso.datetime() })

const KeptPasskey = z.object({
  kind: z.literal('passkey'),
  nonce: z.string(),
  credentialId: z.string(),
  publicKey: z.string(),
  origin: z.string(),
  rpId: z.string(),
  assertion: z.object({ response: z.object({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }) }),
})

/** The signature of a version. One of a form that is kept no more goes along as it is. */
export function signatureOf(evidence: unknown): Version['signature'] {
  const certified = KeptCertificate.safeParse(evidence)
  if (certified.success) return certificateOf(certified.data)
  const passkey = KeptPasskey.safeParse(evidence)
  if (!passkey.success) return { kind: 'older', evidence: JSON.stringify(evidence) }
  const { assertion, ...it } = passkey.data
  return { ...it, response: assertion.response }
}

/** @throws ZodError where what is kept is no seal */
export const sealOf = (evidence: unknown): CertificateSignature => certificateOf(KeptCertificate.parse(evidence))

const certificateOf = ({ jws, proofs, confirmedAt }: z.infer<typeof KeptCertificate>): CertificateSignature => ({
  kind: 'certificate',
  jws,
  proofs: proofsOf(proofs),
  confirmedAt,
})

export const proofsOf = (proofs: z.infer<typeof Proofs>): CertificateSignature['proofs'] => proofs.map(({ of, by, der }) => ({ of, by, der }))

export const registrationOf = (it: { version: number; state: string; startedAt: Date; endedAt: Date | null }): Content['registrations'][number] => ({
  version: it.version,
  state: it.state,
  startedAt: it.startedAt.toISOString(),
  endedAt: it.endedAt?.toISOString() ?? null,
})

export const eventOf = ({ seq, at, personId, action, subject, detail, previous, hash }: KeptEvent): Event => ({
  seq: String(seq),
  at: at.toISOString(),
  person: personId,
  action,
  subject: subject ?? '',
  detail,
  previous,
  hash,
})
