import 'reflect-metadata'
import type { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { SandboxContext } from '../service.ts'
import { type Authority, DAY_MS, ecdsa, newSerial } from './authority.ts'

const { KeyUsageFlags: Usage } = x509

/** A member's certificate is good for two years, a centre's for three. */
const VALIDITY_MS = { member: 730 * DAY_MS, seal: 1_095 * DAY_MS } as const
/** Clocks differ; a certificate that is not valid yet at its first use would be a riddle. */
const BACKDATED_MS = 60_000

/** id-kp-documentSigning (RFC 9336). */
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36'
/** serialNumber (X.520): the national code. UID (RFC 4519): the council number. organizationIdentifier (X.520): the SIAM id. */
const SUBJECT = { nationalCode: '2.5.4.5', councilNumber: '0.9.2342.19200300.100.1.1', siamId: '2.5.4.97' } as const

export type Holder =
  | { kind: 'member'; name: string; nationalCode: string; councilNumber: string | null }
  | { kind: 'seal'; name: string; siamId: string }

export interface Issue {
  holder: Holder
  publicKey: x509.PublicKey | webcrypto.CryptoKey
  issuer: Authority
  validity?: { notBefore: Date; notAfter: Date }
}

/** An end entity's certificate in the issuing authority's profile (RFC 5280). */
export async function issue({ now, baseUrl }: SandboxContext, { holder, publicKey, issuer, validity }: Issue): Promise<x509.X509Certificate> {
  const at = now().getTime()
  return x509.X509CertificateGenerator.create({
    notBefore: validity?.notBefore ?? new Date(at - BACKDATED_MS),
    notAfter: validity?.notAfter ?? new Date(at + VALIDITY_MS[holder.kind]),
    serialNumber: newSerial(),
    subject: subjectOf(holder),
    issuer: issuer.certificate.subjectName,
    publicKey,
    signingKey: issuer.key,
    signingAlgorithm: ecdsa,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(Usage.digitalSignature | Usage.nonRepudiation, true),
      new x509.ExtendedKeyUsageExtension([DOCUMENT_SIGNING]),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.certificate.publicKey),
      new x509.AuthorityInfoAccessExtension({ ocsp: `${baseUrl()}/ocsp`, caIssuers: `${baseUrl()}/crl/issuing.cer` }),
      new x509.CRLDistributionPointsExtension([`${baseUrl()}/crl/issuing.crl`]),
    ],
  })
}

function subjectOf(holder: Holder): x509.JsonName {
  const country = { C: ['IR'] }
  if (holder.kind === 'seal') return [country, { O: [holder.name] }, { [SUBJECT.siamId]: [holder.siamId] }, { CN: [holder.name] }]
  const { name, nationalCode, councilNumber } = holder
  return [
    country,
    { CN: [name] },
    { [SUBJECT.nationalCode]: [nationalCode] },
    ...(councilNumber === null ? [] : [{ [SUBJECT.councilNumber]: [councilNumber] }]),
  ]
}
