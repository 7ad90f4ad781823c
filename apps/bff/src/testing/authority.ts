import 'reflect-metadata'
import { type KeyObject, createHash, createPublicKey, generateKeyPairSync, randomBytes, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { readDer } from '@noskhe/evidence/certificates/certificate'
import type { Certificate } from '@noskhe/evidence/certificates/certificate'

x509.cryptoProvider.set(webcrypto)

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto })
const { KeyUsageFlags: Usage } = x509
const DAY_MS = 24 * 60 * 60 * 1_000

/** A certificate with the key that signs for it. */
export interface Holder {
  certificate: Certificate
  key: KeyObject
}

export const base64Of = ({ certificate }: Holder): string => certificate.der.toString('base64')

interface Making {
  subject?: x509.JsonName
  /** Itself where there is none. */
  by?: Holder
  from?: Date
  until?: Date
  usages?: x509.KeyUsageFlags
  extensions?: x509.Extension[]
  key?: { publicKey: KeyObject; privateKey: KeyObject }
}

/** Certificates of any kind, good and bad, as a test needs them. Valid for a year around `at` unless told otherwise. */
export async function makeHolder(at: Date, { subject = [{ CN: ['آزمون'] }], by, from, until, usages, extensions = [], key }: Making): Promise<Holder> {
  const { publicKey, privateKey } = key ?? generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signer = by?.key ?? privateKey
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: `40${randomBytes(15).toString('hex')}`,
    subject,
    issuer: by?.certificate.fields.subjectName ?? subject,
    notBefore: from ?? new Date(at.getTime() - 180 * DAY_MS),
    notAfter: until ?? new Date(at.getTime() + 180 * DAY_MS),
    publicKey: publicKey.toCryptoKey(algorithmOf(publicKey), true, ['verify']),
    signingKey: signer.toCryptoKey(algorithmOf(signer), true, ['sign']),
    signingAlgorithm: algorithmOf(signer),
    extensions: [...(usages === undefined ? [] : [new x509.KeyUsagesExtension(usages, true)]), ...extensions],
  })
  const read = readDer(Buffer.from(certificate.rawData))
  if (!read) throw new Error('What was just made can be read')
  return { certificate: read, key: privateKey }
}

const algorithmOf = ({ asymmetricKeyType }: KeyObject) =>
  asymmetricKeyType === 'rsa' ? ({ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const) : ecdsa

const authority = (pathLength?: number) => [new x509.BasicConstraintsExtension(true, pathLength, true)]

export const makeRoot = (at: Date, more: Making = {}): Promise<Holder> =>
  makeHolder(at, { subject: [{ C: ['IR'] }, { CN: ['Root'] }], usages: Usage.keyCertSign | Usage.cRLSign, extensions: authority(), ...more })

export const makeIssuing = (at: Date, by: Holder, more: Making = {}): Promise<Holder> =>
  makeHolder(at, { by, subject: [{ C: ['IR'] }, { CN: ['Issuing'] }], usages: Usage.keyCertSign | Usage.cRLSign, extensions: authority(0), ...more })

/** Whose a certificate is, as the Health CA writes it. */
export const memberName = (it: { nationalCode: string; councilNumber: string }): x509.JsonName => [
  { C: ['IR'] },
  { CN: ['نرگس کاویانی'] },
  { '2.5.4.5': [it.nationalCode] },
  { '0.9.2342.19200300.100.1.1': [it.councilNumber] },
]

export const makeMember = (at: Date, by: Holder, member: { nationalCode: string; councilNumber: string }, more: Making = {}): Promise<Holder> =>
  makeHolder(at, { by, subject: memberName(member), usages: Usage.digitalSignature | Usage.nonRepudiation, ...more })

/** A certificate for a centre's seal, of the key that its request names. */
export async function makeSeal(at: Date, by: Holder, { siamId, request, publicKey, ...more }: Making & { siamId: string; request: string; publicKey?: KeyObject }): Promise<Holder> {
  const asked = new x509.Pkcs10CertificateRequest(request)
  if (!(await asked.verify())) throw new Error('The request does not prove its key')
  const its = createPublicKey({ key: Buffer.from(asked.publicKey.rawData), format: 'der', type: 'spki' })
  const subject = [{ C: ['IR'] }, { '2.5.4.97': [siamId] }, { CN: ['درمانگاه مهر ونک'] }]
  return makeHolder(at, { by, subject, usages: Usage.digitalSignature | Usage.nonRepudiation, key: { publicKey: publicKey ?? its, privateKey: by.key }, ...more })
}

export const makeResponder = (at: Date, by: Holder, more: Making = {}): Promise<Holder> =>
  makeHolder(at, {
    by,
    subject: [{ CN: ['Responder'] }],
    usages: Usage.digitalSignature,
    extensions: [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.ocspSigning])],
    ...more,
  })

export interface Told {
  about: Holder
  issuer: Holder
  signedBy: Holder
  /** Certificates sent along; the signer's where not told. */
  sent?: Holder[]
  /** Who the answer says it is by; the signer where not told. */
  named?: Holder
  state?: 'good' | 'revoked' | 'unknown'
  thisUpdate: Date
  nextUpdate?: Date | null
  /** Null: the answer has none. */
  nonce?: Buffer | null
}

const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: Uint8Array.from(bytes) })
const toPkijs = ({ certificate }: Holder) => pkijs.Certificate.fromBER(Uint8Array.from(certificate.der))
const bitsOf = (it: Holder) => toPkijs(it).subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView

/** An OCSP answer (RFC 6960), written by hand so that each part of it can be wrong. */
export async function tellOcsp({ about, issuer, signedBy, sent, named, state = 'good', thisUpdate, nextUpdate, nonce = null }: Told): Promise<Buffer> {
  const hash = (name: string, bytes: Uint8Array) => createHash(name).update(bytes).digest()
  const certID = new pkijs.CertID({
    hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1', algorithmParams: new asn1js.Null() }),
    issuerNameHash: octets(hash('sha256', new Uint8Array(toPkijs(issuer).subject.toSchema().toBER()))),
    issuerKeyHash: octets(hash('sha256', bitsOf(issuer))),
    serialNumber: toPkijs(about).serialNumber,
  })
  const basic = new pkijs.BasicOCSPResponse({ certs: (sent ?? [signedBy]).map(toPkijs) })
  const told = basic.tbsResponseData
  told.responderID = octets(hash('sha1', bitsOf(named ?? signedBy)))
  told.producedAt = thisUpdate
  told.responses = [new pkijs.SingleResponse({ certID, certStatus: statusOf(state, thisUpdate), thisUpdate, ...(nextUpdate && { nextUpdate }) })]
  if (nonce) told.responseExtensions = [new pkijs.Extension({ extnID: '1.3.6.1.5.5.7.48.1.2', extnValue: octets(nonce).toBER() })]
  await basic.sign(signedBy.key.toCryptoKey(ecdsa, true, ['sign']), 'SHA-256', engine)
  const response = new pkijs.OCSPResponse({
    responseStatus: new asn1js.Enumerated({ value: 0 }),
    responseBytes: new pkijs.ResponseBytes({ responseType: '1.3.6.1.5.5.7.48.1.1', response: octets(new Uint8Array(basic.toSchema().toBER())) }),
  })
  return Buffer.from(response.toSchema().toBER())
}

function statusOf(state: 'good' | 'revoked' | 'unknown', at: Date): unknown {
  const tagged = (tagNumber: number) => new asn1js.Primitive({ idBlock: { tagClass: 3, tagNumber } })
  if (state !== 'revoked') return tagged(state === 'good' ? 0 : 2)
  return new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [new asn1js.GeneralizedTime({ valueDate: at })] })
}

interface Listed {
  by: Holder
  revoked?: Holder[]
  thisUpdate: Date
  nextUpdate?: Date
  extensions?: x509.Extension[]
}

export async function tellCrl({ by, revoked = [], thisUpdate, nextUpdate, extensions = [] }: Listed): Promise<Buffer> {
  const crl = await x509.X509CrlGenerator.create({
    issuer: by.certificate.fields.subjectName,
    thisUpdate,
    ...(nextUpdate && { nextUpdate }),
    signingAlgorithm: ecdsa,
    signingKey: by.key.toCryptoKey(ecdsa, true, ['sign']),
    entries: revoked.map(({ certificate }) => ({ serialNumber: certificate.fields.serialNumber, revocationDate: thisUpdate, reason: 1 })),
    extensions,
  })
  return Buffer.from(crl.rawData)
}
