import 'reflect-metadata'
import { createHash, randomBytes } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { isSignatureBy } from './algorithms.ts'
import { type Certificate, isIssuedBy, isValidAt, readDer } from './certificate.ts'
import { type Window, isCurrent } from './window.ts'

const OID = { nonce: '1.3.6.1.5.5.7.48.1.2', basic: '1.3.6.1.5.5.7.48.1.1', sha256: '2.16.840.1.101.3.4.2.1' } as const
/** RFC 9654 §2.1. */
const NONCE_BYTES = 32
const SUCCESSFUL = 0

export interface OcspQuestion {
  holder: Certificate
  issuer: Certificate
  /** Null where an answer that was kept is judged again, which was asked for long ago. */
  nonce: Buffer | null
}

/** Why an answer is none. */
export type OcspFault =
  | 'unreadable'
  | 'not-successful'
  | 'another-certificate'
  | 'responder-not-delegated'
  | 'bad-signature'
  | 'nonce-missing'
  | 'nonce-mismatch'
  | 'not-yet'
  | 'stale'

export type OcspReading =
  | (Window & { state: 'good' })
  | (Window & { state: 'unknown' })
  | (Window & { state: 'revoked'; revokedAt: Date })
  | { state: 'rejected'; because: OcspFault }

export const newNonce = (): Buffer => randomBytes(NONCE_BYTES)

/** A request for one certificate, named by SHA-256 of its issuer's name and key, with a nonce (RFC 6960 §4.1). */
export function writeOcspRequest({ holder, issuer, nonce }: OcspQuestion): Buffer {
  const request = new pkijs.OCSPRequest()
  request.tbsRequest.requestList = [new pkijs.Request({ reqCert: certIdOf(holder, issuer) })]
  if (nonce) {
    const extnValue = new asn1js.OctetString({ valueHex: nonce }).toBER()
    request.tbsRequest.requestExtensions = [new pkijs.Extension({ extnID: OID.nonce, extnValue })]
  }
  return Buffer.from(request.toSchema(true).toBER())
}

/** Reads an answer as of an instant; whatever is not proven to be the authority's current word on this certificate is rejected. */
export function readOcsp(der: Uint8Array, question: OcspQuestion, at: Date): OcspReading {
  const rejected = (because: OcspFault) => ({ state: 'rejected' as const, because })
  const response = parse(() => pkijs.OCSPResponse.fromBER(Uint8Array.from(der)))
  if (!response) return rejected('unreadable')
  if (response.responseStatus.valueBlock.valueDec !== SUCCESSFUL) return rejected('not-successful')
  const bytes = response.responseBytes
  const basic = bytes?.responseType === OID.basic ? parse(() => pkijs.BasicOCSPResponse.fromBER(Uint8Array.from(bytes.response.valueBlock.valueHexView))) : null
  if (!basic) return rejected('unreadable')

  const responder = responderOf(basic, question.issuer, at)
  if (!responder) return rejected('responder-not-delegated')
  if (!isSignedBy(basic, responder)) return rejected('bad-signature')
  const told = basic.tbsResponseData
  const nonceFault = question.nonce && faultOfNonce(told, question.nonce)
  if (nonceFault) return rejected(nonceFault)
  const asked = certIdOf(question.holder, question.issuer)
  const single = told.responses.find(({ certID }) => isSameId(certID, asked))
  if (!single) return rejected('another-certificate')

  const window: Window = { thisUpdate: single.thisUpdate, nextUpdate: single.nextUpdate ?? null }
  const currency = isCurrent(window, at)
  return currency === 'current' ? { ...statusOf(single), ...window } : rejected(currency)
}

function parse<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** The hash of the key's bits alone (RFC 6960 §4.1.1). */
const keyBits = (it: Certificate): Uint8Array => pkijs.Certificate.fromBER(Uint8Array.from(it.der)).subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView

function certIdOf(holder: Certificate, issuer: Certificate): pkijs.CertID {
  const sha256 = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: createHash('sha256').update(bytes).digest() })
  const serial = pkijs.Certificate.fromBER(Uint8Array.from(holder.der)).serialNumber
  return new pkijs.CertID({
    hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256, algorithmParams: new asn1js.Null() }),
    issuerNameHash: sha256(new Uint8Array(issuer.fields.subjectName.toArrayBuffer())),
    issuerKeyHash: sha256(keyBits(issuer)),
    serialNumber: serial,
  })
}

const isSame = (a: asn1js.OctetString | asn1js.Integer, b: asn1js.OctetString | asn1js.Integer): boolean =>
  Buffer.from(a.valueBlock.valueHexView).equals(Buffer.from(b.valueBlock.valueHexView))

const isSameId = (a: pkijs.CertID, b: pkijs.CertID): boolean =>
  a.hashAlgorithm.algorithmId === b.hashAlgorithm.algorithmId &&
  isSame(a.issuerNameHash, b.issuerNameHash) &&
  isSame(a.issuerKeyHash, b.issuerKeyHash) &&
  isSame(a.serialNumber, b.serialNumber)

/** Who may speak for the issuer: itself, or whom it certified for just that (RFC 6960 §4.2.2.2); named in the answer, and in force. */
function responderOf(basic: pkijs.BasicOCSPResponse, issuer: Certificate, at: Date): Certificate | null {
  const sent = (basic.certs ?? []).map((it) => readDer(Buffer.from(it.toSchema().toBER())))
  const delegated = sent.filter((it) => it !== null).filter((it) => isDelegated(it, issuer) && isValidAt(it, at))
  return [issuer, ...delegated].find((it) => isNamed(basic.tbsResponseData.responderID, it)) ?? null
}

function isDelegated(it: Certificate, issuer: Certificate): boolean {
  const purposes = it.fields.getExtension(x509.ExtendedKeyUsageExtension)?.usages ?? []
  const usages = it.fields.getExtension(x509.KeyUsagesExtension)?.usages
  const maySign = usages === undefined || (usages & x509.KeyUsageFlags.digitalSignature) !== 0
  return maySign && purposes.includes(x509.ExtendedKeyUsage.ocspSigning) && isIssuedBy(it, issuer)
}

/** A responder is named by its subject or by SHA-1 of its key, which identifies and protects nothing (RFC 6960 §4.2.1). */
function isNamed(id: unknown, it: Certificate): boolean {
  if (id instanceof asn1js.OctetString) return createHash('sha1').update(keyBits(it)).digest().equals(Buffer.from(id.valueBlock.valueHexView))
  if (!(id instanceof pkijs.RelativeDistinguishedNames)) return false
  return Buffer.from(id.toSchema().toBER()).equals(Buffer.from(it.fields.subjectName.toArrayBuffer()))
}

const isSignedBy = ({ signatureAlgorithm, signature, tbsResponseData }: pkijs.BasicOCSPResponse, responder: Certificate): boolean =>
  isSignatureBy(responder.openssl.publicKey, {
    oid: signatureAlgorithm.algorithmId,
    signed: tbsResponseData.tbsView,
    signature: signature.valueBlock.valueHexView,
  })

function faultOfNonce({ responseExtensions }: pkijs.ResponseData, sent: Buffer): OcspFault | null {
  const [nonce, ...more] = (responseExtensions ?? []).filter(({ extnID }) => extnID === OID.nonce)
  if (!nonce) return 'nonce-missing'
  const inner = parse(() => asn1js.fromBER(Uint8Array.from(nonce.extnValue.valueBlock.valueHexView)).result)
  const isOurs = inner instanceof asn1js.OctetString && sent.equals(Buffer.from(inner.valueBlock.valueHexView))
  return isOurs && more.length === 0 ? null : 'nonce-mismatch'
}

/** CertStatus is a choice told apart by its tag: [0] good, [1] revoked since, anything else unknown. */
function statusOf({ certStatus }: pkijs.SingleResponse): { state: 'good' } | { state: 'unknown' } | { state: 'revoked'; revokedAt: Date } {
  const tag = certStatus instanceof asn1js.BaseBlock && certStatus.idBlock.tagClass === 3 ? certStatus.idBlock.tagNumber : null
  if (tag === 0) return { state: 'good' }
  const since: unknown = certStatus instanceof asn1js.Constructed ? certStatus.valueBlock.value[0] : null
  return tag === 1 && since instanceof asn1js.GeneralizedTime ? { state: 'revoked', revokedAt: since.toDate() } : { state: 'unknown' }
}
