import { randomUUID } from 'node:crypto'
import { crlType, ocspType } from '@noskhe/national-wire/health-ca'
import type { CallBook } from '../gateway/call-book.ts'
import { isSilence } from '../gateway/failures.ts'
import type { Certificate } from '@noskhe/evidence/certificates/certificate'
import { type Path, pathOf } from '@noskhe/evidence/certificates/chain'
import { type CrlReading, readCrl } from '@noskhe/evidence/certificates/crl'
import { download } from './download.ts'
import { newNonce, readOcsp, writeOcspRequest } from '@noskhe/evidence/certificates/ocsp'
import type { Chain, Revocation, RevocationProof } from './port.ts'
import type { Window } from '@noskhe/evidence/certificates/window'

export interface RevocationAddresses {
  ocspUrl: string
  /** The list of the authority that issues to people and centres. */
  crlUrl: string
  /** The root's list, of authorities. */
  rootCrlUrl: string
}

export interface Asking extends RevocationAddresses {
  roots: readonly Certificate[]
  book: CallBook
  /** For one question; there are at most three, one after the other. */
  deadlineMs: number
}

type Answer = { state: 'good'; proof: RevocationProof } | { state: 'revoked'; revokedAt: Date; proof: RevocationProof } | { state: 'unknown'; because: string }

/** The state of a holder's certificate and of the authority that issued it: revoked if either is, good only if both are. */
export async function askRevocation(asking: Asking, chain: Chain, at: Date): Promise<Revocation> {
  const path = pathOf(chain, asking.roots)
  if (typeof path === 'string') return { state: 'unknown', because: `chain: ${path}` }
  const answers = await Promise.all([stateOfHolder(asking, path, at), ...stateOfAuthority(asking, path, at)])
  const proofs = answers.flatMap((it) => (it.state === 'unknown' ? [] : [it.proof]))
  const revoked = answers.find((it) => it.state === 'revoked')
  if (revoked) return { state: 'revoked', revokedAt: revoked.revokedAt.toISOString(), proofs }
  const unknown = answers.find((it) => it.state === 'unknown')
  return unknown ? { state: 'unknown', because: unknown.because } : { state: 'good', proofs }
}

/** OCSP first. That it does not know the certificate is an answer, and no list makes it good: a list names only the bad. */
async function stateOfHolder(asking: Asking, [holder, issuer]: Path, at: Date): Promise<Answer> {
  const question = { holder, issuer, nonce: newNonce() }
  const der = await received(asking, 'ocsp', {
    url: asking.ocspUrl,
    accept: ocspType.response,
    question: { type: ocspType.request, body: writeOcspRequest(question) },
  })
  const reading = der ? readOcsp(der, question, at) : null
  if (reading?.state === 'unknown') return { state: 'unknown', because: 'ocsp: unknown' }
  if (der && (reading?.state === 'good' || reading?.state === 'revoked')) return answered(reading, proofOf('holder', 'ocsp', der, reading))
  const listed = await stateByList(asking, { url: asking.crlUrl, of: 'holder' }, { holder, issuer }, at)
  if (listed.state !== 'unknown') return listed
  return { state: 'unknown', because: `ocsp: ${reading?.state === 'rejected' ? reading.because : 'silent'}; ${listed.because}` }
}

/** One between holder and root, where there is one. */
const stateOfAuthority = (asking: Asking, [, issuer, root]: Path, at: Date): Promise<Answer>[] =>
  root ? [stateByList(asking, { url: asking.rootCrlUrl, of: 'authority' }, { holder: issuer, issuer: root }, at)] : []

type Pair = { holder: Certificate; issuer: Certificate }

async function stateByList(asking: Asking, { url, of }: { url: string; of: RevocationProof['of'] }, pair: Pair, at: Date): Promise<Answer> {
  const der = await received(asking, 'crl', { url, accept: crlType })
  const reading: CrlReading | null = der && readCrl(der, pair, at)
  if (!der || !reading) return { state: 'unknown', because: 'crl: silent' }
  if (reading.state === 'rejected') return { state: 'unknown', because: `crl: ${reading.because}` }
  return answered(reading, proofOf(of, 'crl', der, reading))
}

const answered = (reading: { state: 'good' } | { state: 'revoked'; revokedAt: Date }, proof: RevocationProof): Answer =>
  reading.state === 'revoked' ? { state: 'revoked', revokedAt: reading.revokedAt, proof } : { state: 'good', proof }

const proofOf = (of: RevocationProof['of'], by: RevocationProof['by'], der: Buffer, { thisUpdate, nextUpdate }: Window): RevocationProof => ({
  of,
  by,
  der: der.toString('base64'),
  thisUpdate: thisUpdate.toISOString(),
  nextUpdate: nextUpdate?.toISOString() ?? null,
})

/** Null for silence, which the call log and the status page tell of. */
async function received({ book, deadlineMs }: Asking, service: 'ocsp' | 'crl', it: Omit<Parameters<typeof download>[0], 'service' | 'deadlineMs'>): Promise<Buffer | null> {
  try {
    return await book.keep({ service, path: new URL(it.url).pathname, correlationId: randomUUID() }, () => download({ service, deadlineMs, ...it }))
  } catch (error) {
    if (isSilence(error)) return null
    throw error
  }
}
