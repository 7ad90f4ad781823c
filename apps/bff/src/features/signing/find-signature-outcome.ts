import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure, type FailureCode } from '@noskhe/shared/failure'
import type { findSignatureOutcome as contract } from '@noskhe/shared/signing/contract'
import type { DetachedJws } from '@noskhe/shared/signing/detached-jws'
import { readSignedForm } from '@noskhe/shared/signing/signed-form'
import { confirm } from '../../certificates/confirm.ts'
import type { Context } from '../../context.ts'
import type { RevocationProof } from '../../national/health-ca/port.ts'
import { findOwn } from '../prescriptions/index.ts'
import { documentName } from './ask-phone.ts'
import { keepSignature } from './keep-signature.ts'
import { type Question, findQuestion } from './store.ts'
import { type CertificateSignature, type SignatureFault, verifyCertificateSignature } from '@noskhe/evidence/certificates/verify-certificate-signature'

type Outcome = Output<typeof contract>

/**
 * What the phone answered so far. An approval is verified, its certificate confirmed, and it makes the prescription signed;
 * asking again changes nothing. Where the authority is silent the approval waits with the phone and is asked for again.
 */
export async function findSignatureOutcome(context: Context, { id }: Input<typeof contract>): Promise<Outcome> {
  const { actor, db, national, now } = context
  const question = await findQuestion(db, actor, id, 'mobile')
  if (question.usedAt !== null) return signedBefore(context, question)
  if (question.handle === null) throw new Failure('signature.request-not-found')

  const outcome = await national.mobileSignature.outcome(question.handle)
  switch (outcome.state) {
    case 'signed':
      return keepPhoneSignature(context, question, outcome.jws)
    case 'declined':
      return { state: 'declined', prescription: null }
    // A request that the service has forgotten can no more be approved than one that ran out.
    case 'expired':
    case 'unknown':
      return { state: 'expired', prescription: null }
    case 'pending':
      return { state: question.expiresAt <= now() ? 'expired' : 'pending', prescription: null }
  }
}

async function signedBefore({ db, actor }: Context, { prescriptionId }: Question): Promise<Outcome> {
  return { state: 'signed', prescription: (await findOwn(db, actor, prescriptionId)).prescription }
}

async function keepPhoneSignature(context: Context, question: Question, jws: DetachedJws): Promise<Outcome> {
  const { national, now, log } = context
  const verdict = await verifyCertificateSignature(jws, expectedOf(context, question), national.healthCa.chainOf)
  // She may approve in the last second and we hear of it later: what counts is when she signed.
  if (verdict.outcome === 'wrong-time') return { state: 'expired', prescription: null }
  if (verdict.outcome !== 'genuine') throw new Failure(codeOf(verdict.outcome), { fault: verdict.outcome })

  const confirmedAt = now()
  const confirmation = await confirm(verdict.signature, national.healthCa, confirmedAt)
  if (confirmation.outcome === 'revoked') throw new Failure('signature.certificate-revoked')
  if (confirmation.outcome === 'unknown') {
    log.warn({ because: confirmation.because }, 'certificate not confirmed')
    return { state: 'unconfirmed', prescription: null }
  }
  return keep(context, question, { jws, ...verdict.signature, proofs: confirmation.proofs, confirmedAt })
}

const LIFE_MS = 120_000

function expectedOf({ actor }: Context, { prescriptionId, canonical, digest, expiresAt }: Question) {
  return {
    digest,
    document: documentName(prescriptionId, readSignedForm(canonical).version),
    holder: { nationalCode: actor.nationalCode, councilNumber: actor.councilNumber },
    from: new Date(expiresAt.getTime() - LIFE_MS),
    until: expiresAt,
  }
}

/** A fault of the certificate is told as such, so that she knows what to do; a fault of the signature is a refusal. */
function codeOf(fault: SignatureFault): FailureCode {
  if (fault === 'expired' || fault === 'not-yet-valid') return 'signature.certificate-expired'
  const isOfCertificate = ['no-anchor', 'wrong-chain', 'weak-algorithm', 'not-for-signing', 'wrong-holder'].includes(fault)
  return isOfCertificate ? 'signature.certificate-untrusted' : 'signature.rejected'
}

interface Confirmed extends CertificateSignature {
  jws: DetachedJws
  proofs: RevocationProof[]
  confirmedAt: Date
}

async function keep(context: Context, question: Question, signed: Confirmed): Promise<Outcome> {
  const { actor, db } = context
  try {
    const prescription = await keepSignature(context, question, { answeredAt: signed.signedAt, evidence: evidenceOf(question, signed) })
    return { state: 'signed', prescription }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'signature.request-expired') throw error
    const { usedAt } = await findQuestion(db, actor, question.id, 'mobile')
    return usedAt === null ? { state: 'expired', prescription: null } : signedBefore(context, question)
  }
}

/** All that a verifier needs beside the bytes and the root: signature, chain, and the authority's words on it (A74). */
const evidenceOf = ({ handle }: Question, { jws, chain, certificate, signedAt, proofs, confirmedAt }: Confirmed) => {
  const { serial, name, issuer, validFrom, validUntil } = certificate
  return {
    kind: 'certificate',
    handle,
    jws: { ...jws },
    chain: [...chain],
    certificate: { serial, name, issuer, validFrom, validUntil },
    signedAt: signedAt.toISOString(),
    proofs: proofs.map((it) => ({ ...it })),
    confirmedAt: confirmedAt.toISOString(),
  }
}
