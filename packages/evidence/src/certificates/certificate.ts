import 'reflect-metadata'
import { X509Certificate } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { CertificateFacts } from './facts.ts'

/** A certificate as OpenSSL reads it, which verifies, and as its fields, which we judge. */
export interface Certificate {
  der: Buffer
  openssl: X509Certificate
  fields: x509.X509Certificate
}

const CANONICAL_BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Reads base64 in its one spelling and nothing after the certificate; null for anything else. */
export function readCertificate(base64: string): Certificate | null {
  if (!CANONICAL_BASE64.test(base64)) return null
  const der = Buffer.from(base64, 'base64')
  return der.toString('base64') === base64 ? readDer(der) : null
}

export function readDer(der: Buffer): Certificate | null {
  try {
    const openssl = new X509Certificate(der)
    // OpenSSL stops where the certificate ends; what follows would be kept as evidence of nothing.
    if (!openssl.raw.equals(der)) return null
    return { der, openssl, fields: new x509.X509Certificate(Uint8Array.from(der)) }
  } catch {
    return null
  }
}

/** PEM of one or more certificates. @throws Error where one cannot be read */
export function readPem(pem: string): Certificate[] {
  return x509.PemConverter.decode(pem).map((der) => {
    const certificate = readDer(Buffer.from(der))
    if (!certificate) throw new Error('A certificate in the PEM cannot be read')
    return certificate
  })
}

/** Whether `issuer`'s key made this certificate's signature, and its name and extensions allow it. */
export const isIssuedBy = (it: Certificate, issuer: Certificate): boolean =>
  it.openssl.checkIssued(issuer.openssl) && it.openssl.verify(issuer.openssl.publicKey)

export const isValidAt = ({ fields: { notBefore, notAfter } }: Certificate, at: Date): boolean => notBefore <= at && at <= notAfter

/** serialNumber (X.520), UID (RFC 4519), organizationIdentifier (X.520): where the Health CA writes whose a certificate is. */
const SUBJECT = { nationalCode: '2.5.4.5', councilNumber: '0.9.2342.19200300.100.1.1', siamId: '2.5.4.97', name: 'CN' } as const

export function factsOf({ openssl, fields }: Certificate): CertificateFacts {
  const field = (type: string) => {
    const values = fields.subjectName.getField(type)
    // Two names in one certificate would let each reader choose.
    return values.length === 1 ? (values[0] ?? null) : null
  }
  return {
    serial: fields.serialNumber.toLowerCase(),
    name: field(SUBJECT.name) ?? '',
    nationalCode: field(SUBJECT.nationalCode),
    councilNumber: field(SUBJECT.councilNumber),
    siamId: field(SUBJECT.siamId),
    issuer: fields.issuerName.getField('CN')[0] ?? '',
    validFrom: fields.notBefore.toISOString(),
    validUntil: fields.notAfter.toISOString(),
    publicKey: openssl.publicKey.export({ format: 'jwk' }),
  }
}
