import { createHash, webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { SandboxContext } from '../service.ts'
import type { Authorities, Authority } from './authority.ts'
import { findIssued, reasonCode } from './certificates.ts'

const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto })

const NONCE = '1.3.6.1.5.5.7.48.1.2'
const BASIC = '1.3.6.1.5.5.7.48.1.1'
const HASHES: Record<string, string> = { '1.3.14.3.2.26': 'sha1', '2.16.840.1.101.3.4.2.1': 'sha256' }
/** How long an answer may be shown to others; who asks us anew gets a new one. */
const ANSWER_LIFE_MS = 10 * 60_000
/** OCSPResponseStatus (RFC 6960 §4.2.1). */
const STATUS = { successful: 0, malformedRequest: 1 } as const

/** Answers a request (RFC 6960), signed by the delegated responder; the nonce comes back where one was sent (RFC 9654). */
export async function answerOcsp(context: SandboxContext, authorities: Authorities, request: Buffer): Promise<Buffer> {
  const asked = readRequest(request)
  if (asked === null) return toDer(new pkijs.OCSPResponse({ responseStatus: new asn1js.Enumerated({ value: STATUS.malformedRequest }) }))
  const { certificate, key } = authorities.responder
  const responder = pkijs.Certificate.fromBER(certificate.rawData)
  const at = context.now()
  const basic = new pkijs.BasicOCSPResponse({ certs: [responder] })
  const told = basic.tbsResponseData
  told.responderID = new asn1js.OctetString({ valueHex: keyHash(responder, 'sha1') })
  told.producedAt = at
  told.responses = asked.tbsRequest.requestList.map(({ reqCert }) => stateOf(context, authorities.issuing, reqCert, at))
  const nonce = asked.tbsRequest.requestExtensions?.find(({ extnID }) => extnID === NONCE)
  if (nonce) told.responseExtensions = [nonce]
  await basic.sign(key, 'SHA-256', engine)
  return toDer(
    new pkijs.OCSPResponse({
      responseStatus: new asn1js.Enumerated({ value: STATUS.successful }),
      responseBytes: new pkijs.ResponseBytes({
        responseType: BASIC,
        response: new asn1js.OctetString({ valueHex: basic.toSchema().toBER() }),
      }),
    }),
  )
}

const toDer = (response: pkijs.OCSPResponse): Buffer => Buffer.from(response.toSchema().toBER())

function readRequest(der: Buffer): pkijs.OCSPRequest | null {
  try {
    return pkijs.OCSPRequest.fromBER(Uint8Array.from(der))
  } catch {
    return null
  }
}

/** Good only for what was issued here and is in our book; anything else is unknown, however well it is spelled. */
function stateOf({ db }: SandboxContext, issuer: Authority, certID: pkijs.CertID, at: Date): pkijs.SingleResponse {
  const serial = Buffer.from(certID.serialNumber.valueBlock.valueHexView).toString('hex')
  const issued = isOf(issuer, certID) ? findIssued(db, serial) : null
  const nextUpdate = new Date(at.getTime() + ANSWER_LIFE_MS)
  const single = (certStatus: unknown) => new pkijs.SingleResponse({ certID, certStatus, thisUpdate: at, nextUpdate })
  if (issued === null) return single(implicit(2))
  if (issued.revoked_at === null) return single(implicit(0))
  return single(
    new asn1js.Constructed({
      idBlock: { tagClass: 3, tagNumber: 1 },
      value: [
        new asn1js.GeneralizedTime({ valueDate: new Date(issued.revoked_at) }),
        new asn1js.Constructed({
          idBlock: { tagClass: 3, tagNumber: 0 },
          value: [new asn1js.Enumerated({ value: reasonCode[issued.reason ?? 'unspecified'] })],
        }),
      ],
    }),
  )
}

const implicit = (tagNumber: number) => new asn1js.Primitive({ idBlock: { tagClass: 3, tagNumber } })

function isOf(issuer: Authority, { hashAlgorithm, issuerNameHash, issuerKeyHash }: pkijs.CertID): boolean {
  const hash = HASHES[hashAlgorithm.algorithmId]
  if (hash === undefined) return false
  const certificate = pkijs.Certificate.fromBER(issuer.certificate.rawData)
  const nameHash = createHash(hash).update(new Uint8Array(certificate.subject.toSchema().toBER())).digest()
  return nameHash.equals(Buffer.from(issuerNameHash.valueBlock.valueHexView)) && keyHash(certificate, hash).equals(Buffer.from(issuerKeyHash.valueBlock.valueHexView))
}

/** Of the key's bits alone, without algorithm, tag and count of unused bits (RFC 6960 §4.1.1). */
const keyHash = (certificate: pkijs.Certificate, hash: string): Buffer =>
  createHash(hash).update(certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView).digest()
