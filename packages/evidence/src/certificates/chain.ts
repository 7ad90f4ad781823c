import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import * as pkijs from 'pkijs'
import { isStrongAlgorithm, isStrongKey } from './algorithms.ts'
import { type Certificate, factsOf, isIssuedBy, isValidAt, readCertificate } from './certificate.ts'
import type { Chain, ChainFault, ChainVerdict } from './facts.ts'

/** Leaf and two authorities below the root: more is nothing the Health CA has. */
const MAX_LENGTH = 3

/** Extensions that are looked at here or do not limit what a certificate is for (RFC 5280 §4.2). */
const understood = new Set([
  '2.5.29.15', // keyUsage
  '2.5.29.19', // basicConstraints
  '2.5.29.37', // extKeyUsage
  '2.5.29.14', // subjectKeyIdentifier
  '2.5.29.35', // authorityKeyIdentifier
])

/** The path that was found: holder, authorities, and the configured root last. */
export type Path = readonly [Certificate, Certificate, ...Certificate[]]

/** Judges a chain against the configured roots as of an instant (RFC 5280 §6 without policies and name constraints). */
export function judgeChain(chain: Chain, roots: readonly Certificate[], at: Date): ChainVerdict {
  const [first] = chain
  const leaf = first === undefined ? null : readCertificate(first)
  if (!leaf) return { outcome: 'malformed', certificate: null }
  const path = pathOf(chain, roots)
  const certificate = factsOf(leaf)
  const outcome = typeof path === 'string' ? path : faultOf(path, at)
  return { outcome: outcome ?? 'trusted', certificate }
}

/** The certificates from the holder's to a root of ours, every signature verified; or why there is no such path. */
export function pathOf(chain: Chain, roots: readonly Certificate[]): Path | ChainFault {
  if (roots.length === 0) return 'no-anchor'
  const [leaf, ...above] = chain.map(readCertificate)
  if (!leaf || above.includes(null) || chain.length > MAX_LENGTH + 1) return 'malformed'
  const path: [Certificate, ...Certificate[]] = [leaf]
  for (let current = leaf; path.length <= MAX_LENGTH; ) {
    const root = roots.find((it) => isIssuedBy(current, it))
    if (root) return [leaf, ...path.slice(1), root] as unknown as Path
    const next = above.find((it) => it && !path.includes(it) && isIssuedBy(current, it))
    if (!next) return 'wrong-chain'
    path.push(next)
    current = next
  }
  return 'wrong-chain'
}

function faultOf(path: Path, at: Date): ChainFault | null {
  const [leaf, ...authorities] = path
  if (!path.every(isStrong)) return 'weak-algorithm'
  if (!authorities.every((it, place) => isAuthority(it, place)) || !path.every(isUnderstood)) return 'wrong-chain'
  if (!isForSigning(leaf)) return 'not-for-signing'
  if (path.some(({ fields }) => at < fields.notBefore)) return 'not-yet-valid'
  return path.every((it) => isValidAt(it, at)) ? null : 'expired'
}

const isStrong = ({ der, openssl }: Certificate): boolean =>
  isStrongAlgorithm(pkijs.Certificate.fromBER(Uint8Array.from(der)).signatureAlgorithm.algorithmId) && isStrongKey(openssl.publicKey)

const isUnderstood = ({ fields }: Certificate): boolean => fields.extensions.every(({ critical, type }) => !critical || understood.has(type))

/** @param below how many authorities stand between it and the holder */
function isAuthority({ fields }: Certificate, below: number): boolean {
  const constraints = fields.getExtension(x509.BasicConstraintsExtension)
  const usage = fields.getExtension(x509.KeyUsagesExtension)
  if (!constraints?.ca || below > (constraints.pathLength ?? Infinity)) return false
  return usage !== null && (usage.usages & x509.KeyUsageFlags.keyCertSign) !== 0
}

/** A holder's certificate that says itself that its signatures bind (contentCommitment, formerly nonRepudiation). */
function isForSigning({ fields }: Certificate): boolean {
  const isAuthorityItself = fields.getExtension(x509.BasicConstraintsExtension)?.ca === true
  const usages = fields.getExtension(x509.KeyUsagesExtension)?.usages ?? 0
  return !isAuthorityItself && (usages & x509.KeyUsageFlags.nonRepudiation) !== 0
}
