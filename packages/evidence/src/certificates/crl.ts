import * as pkijs from 'pkijs'
import { isSignatureBy } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { type Window, isCurrent } from './window.ts'

/** Why a list is none. `not-whole`: a delta, a part, or with a critical extension that we do not know (RFC 5280 §5.2). */
export type CrlFault = 'unreadable' | 'another-issuer' | 'bad-signature' | 'not-whole' | 'not-yet' | 'stale'

export type CrlReading =
  | (Window & { state: 'good' })
  | (Window & { state: 'revoked'; revokedAt: Date })
  | { state: 'rejected'; because: CrlFault }

/** cRLNumber, authorityKeyIdentifier; of an entry: reasonCode, invalidityDate. */
const understood = ['2.5.29.20', '2.5.29.35', '2.5.29.21', '2.5.29.24']

/** Looks a certificate up in its issuer's complete list as of an instant. */
export function readCrl(der: Uint8Array, { holder, issuer }: { holder: Certificate; issuer: Certificate }, at: Date): CrlReading {
  const rejected = (because: CrlFault) => ({ state: 'rejected' as const, because })
  const crl = parse(der)
  if (!crl) return rejected('unreadable')
  if (!Buffer.from(crl.issuer.toSchema().toBER()).equals(Buffer.from(issuer.fields.subjectName.toArrayBuffer()))) return rejected('another-issuer')
  const isGenuine = isSignatureBy(issuer.openssl.publicKey, {
    oid: crl.signatureAlgorithm.algorithmId,
    signed: crl.tbsView,
    signature: crl.signatureValue.valueBlock.valueHexView,
  })
  if (!isGenuine) return rejected('bad-signature')
  if (!isWhole(crl)) return rejected('not-whole')
  const window: Window = { thisUpdate: crl.thisUpdate.value, nextUpdate: crl.nextUpdate?.value ?? null }
  const currency = isCurrent(window, at)
  if (currency !== 'current') return rejected(currency)
  const serial = serialOf(pkijs.Certificate.fromBER(Uint8Array.from(holder.der)).serialNumber)
  const entry = crl.revokedCertificates?.find(({ userCertificate }) => serialOf(userCertificate) === serial)
  return entry ? { state: 'revoked', revokedAt: entry.revocationDate.value, ...window } : { state: 'good', ...window }
}

function parse(der: Uint8Array): pkijs.CertificateRevocationList | null {
  try {
    return pkijs.CertificateRevocationList.fromBER(Uint8Array.from(der))
  } catch {
    return null
  }
}

/** A delta or a part of a list says so in a critical extension, so whatever is critical must be known. */
function isWhole({ crlExtensions, revokedCertificates }: pkijs.CertificateRevocationList): boolean {
  const entries = (revokedCertificates ?? []).flatMap((it) => it.crlEntryExtensions?.extensions ?? [])
  return [...(crlExtensions?.extensions ?? []), ...entries].every(({ critical, extnID }) => !critical || understood.includes(extnID))
}

const serialOf = ({ valueBlock }: { valueBlock: { valueHexView: Uint8Array } }): string =>
  Buffer.from(valueBlock.valueHexView).toString('hex').replace(/^(00)+(?=.)/, '')
