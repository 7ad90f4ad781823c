import type { Certificate } from './certificates/certificate.ts'
import { judgeChain, pathOf, type Path } from './certificates/chain.ts'
import { readCrl } from './certificates/crl.ts'
import { readOcsp } from './certificates/ocsp.ts'
import { type Expected, verifyCertificateSignature } from './certificates/verify-certificate-signature.ts'
import type { CertificateSignature } from './evidence-file.ts'
import type { Check, Finding } from './report.ts'

interface ToVerify {
  signature: CertificateSignature
  expected: Expected
  roots: readonly Certificate[]
  /** Under which names the two findings are reported. */
  as: { signature: Check; certificate: Check; version: number | null }
}

/** An X.509 signature and its certificate, both as of when it was signed, by nothing but the file and the roots. */
export async function verifyCertified({ signature, expected, roots, as }: ToVerify): Promise<Finding[]> {
  const verdict = await verifyCertificateSignature(signature.jws, expected, (chain, at) => judgeChain(chain, roots, at))
  const found = (check: Check, state: Finding['state'], because: string | null): Finding => ({ check, version: as.version, state, because })
  // Without a root nobody can say, which is another thing than that it is wrong.
  if (verdict.outcome === 'no-anchor') return [found(as.signature, 'unknown', 'no-anchor')]
  if (verdict.outcome !== 'genuine') return [found(as.signature, 'broken', verdict.outcome)]
  const { chain, certificate } = verdict.signature
  const standing = standingOf(pathOf(chain, roots), signature)
  return [found(as.signature, 'holds', certificate.name), found(as.certificate, standing.state, standing.because)]
}

type Standing = Pick<Finding, 'state' | 'because'>

/** Good only where the authority's word on each certificate below the root is there, is genuine, and was current. */
function standingOf(path: ReturnType<typeof pathOf>, { proofs, confirmedAt }: CertificateSignature): Standing {
  if (typeof path === 'string') return { state: 'unknown', because: path }
  const at = new Date(confirmedAt)
  const needed = path.length === 3 ? (['holder', 'authority'] as const) : (['holder'] as const)
  for (const of of needed) {
    const proof = proofs.find((it) => it.of === of)
    if (!proof) return { state: 'unknown', because: `${of}: none` }
    const pair = pairOf(path, of)
    const der = Buffer.from(proof.der, 'base64')
    const reading = proof.by === 'ocsp' ? readOcsp(der, { ...pair, nonce: null }, at) : readCrl(der, pair, at)
    if (reading.state === 'rejected') return { state: 'broken', because: `${of}: ${reading.because}` }
    if (reading.state !== 'good') return { state: reading.state === 'revoked' ? 'broken' : 'unknown', because: `${of}: ${reading.state}` }
  }
  return { state: 'holds', because: proofs.find((it) => it.of === 'holder')?.by ?? null }
}

function pairOf([holder, issuer, root]: Path, of: 'holder' | 'authority'): { holder: Certificate; issuer: Certificate } {
  return of === 'authority' && root ? { holder: issuer, issuer: root } : { holder, issuer }
}
