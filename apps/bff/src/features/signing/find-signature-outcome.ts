import { createPublicKey, verify } from 'node:crypto'
import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { findSignatureOutcome as contract } from '@noskhe/shared/signing/contract'
import type { Context } from '../../context.ts'
import type { SignatureOutcome, SigningKey } from '../../national/mobile-signature/port.ts'
import { findOwn } from '../prescriptions/index.ts'
import { keepSignature } from './keep-signature.ts'
import { type Question, findQuestion } from './store.ts'

type Outcome = Output<typeof contract>
type Signed = Extract<SignatureOutcome, { state: 'signed' }>

/** What the phone answered so far. An approval is verified and makes the prescription signed; asking again changes nothing. */
export async function findSignatureOutcome(context: Context, { id }: Input<typeof contract>): Promise<Outcome> {
  const { actor, db, national, now } = context
  const question = await findQuestion(db, actor, id, 'mobile')
  if (question.usedAt !== null) return signedBefore(context, question)
  if (question.handle === null) throw new Failure('signature.request-not-found')

  const outcome = await national.mobileSignature.outcome(question.handle)
  switch (outcome.state) {
    case 'signed':
      return keepPhoneSignature(context, question, outcome)
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

async function keepPhoneSignature(context: Context, question: Question, signed: Signed): Promise<Outcome> {
  const { actor, db, national } = context
  const enrolled = await national.mobileSignature.keyOf(actor.nationalCode)
  if (!enrolled || !isSignatureOf(question, signed, enrolled)) throw new Failure('signature.rejected')
  try {
    // She may approve in the last second and we hear of it later: what counts is when she answered.
    const answeredAt = new Date(signed.signedAt)
    const prescription = await keepSignature(context, question, { answeredAt, evidence: evidenceOf(question, signed, enrolled) })
    return { state: 'signed', prescription }
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'signature.request-expired') throw error
    const { usedAt } = await findQuestion(db, actor, question.id, 'mobile')
    return usedAt === null ? { state: 'expired', prescription: null } : signedBefore(context, question)
  }
}

const evidenceOf = ({ handle }: Question, { keyId, signature, signedAt }: Signed, enrolled: SigningKey) => ({
  kind: 'mobile',
  handle,
  keyId,
  publicKey: JSON.stringify(enrolled.publicKey),
  signature,
  signedAt,
})

/** ES256 (IEEE P1363) over the digest's 32 bytes, against the key that the service keeps for her, not the one that came along. */
function isSignatureOf({ digest }: Question, { signature, keyId }: Signed, enrolled: SigningKey): boolean {
  if (keyId !== enrolled.keyId) return false
  const key = createPublicKey({ key: enrolled.publicKey, format: 'jwk' })
  return verify('sha256', Buffer.from(digest, 'base64url'), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
}
