import 'reflect-metadata'
import * as asn1js from 'asn1js'
import * as x509 from '@peculiar/x509'
import type { SandboxContext } from '../service.ts'
import { type Authority, DAY_MS, ecdsa } from './authority.ts'
import { type IssuedRow, reasonCode } from './certificates.ts'

/** id-ce-cRLNumber. */
const CRL_NUMBER = '2.5.29.20'

/** The complete list of an authority as of now (RFC 5280 §5), good for a day. */
export async function writeCrl({ now }: SandboxContext, issuer: Authority, revoked: readonly IssuedRow[]): Promise<Buffer> {
  const at = now()
  const crl = await x509.X509CrlGenerator.create({
    issuer: issuer.certificate.subjectName,
    thisUpdate: at,
    nextUpdate: new Date(at.getTime() + DAY_MS),
    signingAlgorithm: ecdsa,
    signingKey: issuer.key,
    entries: revoked.map((it) => ({
      serialNumber: it.serial,
      revocationDate: new Date(it.revoked_at ?? at),
      reason: reasonCode[it.reason ?? 'unspecified'],
    })),
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(issuer.certificate.publicKey),
      new x509.Extension(CRL_NUMBER, false, asn1js.Integer.fromBigInt(BigInt(at.getTime())).toBER()),
    ],
  })
  return Buffer.from(crl.rawData)
}
