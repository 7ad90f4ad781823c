import 'reflect-metadata'
import { createPrivateKey, generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as x509 from '@peculiar/x509'
import * as z from 'zod'
import { one } from '../database.ts'
import type { SandboxContext } from '../service.ts'

x509.cryptoProvider.set(webcrypto)

/**
 * The root, the authority below it that issues, and the responder to which that one delegates OCSP (RFC 6960 §4.2.2.2). They
 * outlive a reset of the sandbox: installations have the root configured, and a trust anchor does not change overnight.
 */
export const AUTHORITY_TABLE = 'health_ca_authorities'
export const authoritySchema = `
  CREATE TABLE IF NOT EXISTS ${AUTHORITY_TABLE} (name TEXT PRIMARY KEY, certificate BLOB NOT NULL, private_pkcs8 BLOB NOT NULL) STRICT`

export interface Authority {
  certificate: x509.X509Certificate
  key: webcrypto.CryptoKey
}
export interface Authorities {
  root: Authority
  issuing: Authority
  responder: Authority
}
type Name = keyof Authorities

export const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
export const DAY_MS = 24 * 60 * 60 * 1_000
const YEAR_MS = 365 * DAY_MS
const ORGANISATION = 'Health CA (sandbox)'

const { KeyUsageFlags: Usage } = x509

/** A positive serial of 127 random bits (RFC 5280 §4.1.2.2). */
export const newSerial = (): string => {
  const bytes = randomBytes(16)
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0)
  return bytes.toString('hex')
}

/** The authorities of this sandbox, made at its first start. */
export async function openAuthorities({ db, now }: Pick<SandboxContext, 'db' | 'now'>): Promise<Authorities> {
  const made = now()
  const years = (count: number) => ({ notBefore: made, notAfter: new Date(made.getTime() + count * YEAR_MS) })
  const root = await keptOr(db, 'root', () => makeAuthority({ name: 'Health Root CA', pathLength: 1, ...years(15) }))
  const issuing = await keptOr(db, 'issuing', () => makeAuthority({ name: 'Health Issuing CA', pathLength: 0, ...years(8), issuer: root }))
  const responder = await keptOr(db, 'responder', () => makeResponder(issuing, years(2)))
  return { root, issuing, responder }
}

const Row = z.object({ certificate: z.instanceof(Uint8Array), private_pkcs8: z.instanceof(Uint8Array) })

async function keptOr(db: DatabaseSync, name: Name, make: () => Promise<{ certificate: x509.X509Certificate; pkcs8: Buffer }>): Promise<Authority> {
  const row = one(db, Row, `SELECT certificate, private_pkcs8 FROM ${AUTHORITY_TABLE} WHERE name = ?`, name)
  if (row) return { certificate: new x509.X509Certificate(Uint8Array.from(row.certificate)), key: signingKey(Buffer.from(row.private_pkcs8)) }
  const { certificate, pkcs8 } = await make()
  db.prepare(`INSERT INTO ${AUTHORITY_TABLE} VALUES (?, ?, ?)`).run(name, new Uint8Array(certificate.rawData), pkcs8)
  return { certificate, key: signingKey(pkcs8) }
}

export function newKey(): { publicKey: webcrypto.CryptoKey; pkcs8: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { publicKey: publicKey.toCryptoKey(ecdsa, true, ['verify']), pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }) }
}

export const signingKey = (pkcs8: Buffer): webcrypto.CryptoKey =>
  createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }).toCryptoKey(ecdsa, false, ['sign'])

interface NewAuthority {
  name: string
  pathLength: number
  notBefore: Date
  notAfter: Date
  /** Itself where there is none. */
  issuer?: Authority
}

/** A certificate authority with its key; also what the scenario of a wrong chain is made of. */
export async function makeAuthority({ name, pathLength, issuer, ...validity }: NewAuthority) {
  const { publicKey, pkcs8 } = newKey()
  const subject: x509.JsonName = [{ C: ['IR'] }, { O: [ORGANISATION] }, { CN: [name] }]
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity,
    serialNumber: newSerial(),
    subject,
    issuer: issuer?.certificate.subjectName ?? subject,
    publicKey,
    signingKey: issuer?.key ?? signingKey(pkcs8),
    signingAlgorithm: ecdsa,
    extensions: [
      new x509.BasicConstraintsExtension(true, pathLength, true),
      new x509.KeyUsagesExtension(Usage.keyCertSign | Usage.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer?.certificate.publicKey ?? publicKey),
    ],
  })
  return { certificate, pkcs8 }
}

async function makeResponder(issuer: Authority, validity: { notBefore: Date; notAfter: Date }) {
  const { publicKey, pkcs8 } = newKey()
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity,
    serialNumber: newSerial(),
    subject: [{ C: ['IR'] }, { O: [ORGANISATION] }, { CN: ['Health OCSP Responder'] }],
    issuer: issuer.certificate.subjectName,
    publicKey,
    signingKey: issuer.key,
    signingAlgorithm: ecdsa,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(Usage.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.ocspSigning], true),
      // id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1): who asks for the state of a responder would ask it of itself.
      new x509.Extension('1.3.6.1.5.5.7.48.1.5', false, new Uint8Array([5, 0])),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.certificate.publicKey),
    ],
  })
  return { certificate, pkcs8 }
}
