import type { CertificateSignature } from '@noskhe/evidence/certificates/verify-certificate-signature'
import type { HealthCa, RevocationProof } from '../national/health-ca/port.ts'

export type Confirmation =
  | { outcome: 'confirmed'; proofs: RevocationProof[] }
  | { outcome: 'revoked'; revokedAt: string }
  | { outcome: 'unknown'; because: string }

/** Whether the certificate was in force when it signed, with the authority's own word for it. */
export async function confirm({ chain }: Pick<CertificateSignature, 'chain'>, healthCa: Pick<HealthCa, 'revocation'>, at: Date): Promise<Confirmation> {
  const revocation = await healthCa.revocation(chain, at)
  if (revocation.state === 'good') return { outcome: 'confirmed', proofs: revocation.proofs }
  // The time of a signature is the signer's own word, so one that was revoked since is not given the benefit of it.
  return revocation.state === 'revoked' ? { outcome: 'revoked', revokedAt: revocation.revokedAt } : { outcome: 'unknown', because: revocation.because }
}
