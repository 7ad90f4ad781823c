import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { digestOf } from '@noskhe/shared/signing/challenge'
import type { signWithPasskey as contract } from '@noskhe/shared/signing/contract'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { type Passkey, PasskeyShown, findPasskey, relyingPartyOf, usePasskey, verifyPasskey } from '../auth/index.ts'
import { challengeFor } from './challenge.ts'
import { keepSignature } from './keep-signature.ts'
import { type Question, findQuestion } from './store.ts'

/**
 * Takes the passkey's answer to a signature request. The challenge is computed anew from the stored bytes and nonce, so
 * that what was signed is what is kept; any other answer, by whomever, is refused and changes nothing.
 */
export async function signWithPasskey(context: Context, { id, response }: Input<typeof contract>): Promise<Prescription> {
  const { actor, config, db, now } = context
  const question = await findQuestion(db, actor, id, 'passkey')
  if (question.usedAt !== null || question.expiresAt <= now()) throw new Failure('signature.request-expired')

  const shown = PasskeyShown.safeParse(response)
  if (!shown.success) throw new Failure('signature.rejected', {}, { cause: shown.error })
  const passkey = await ownPasskey(context, shown.data.id)
  const challenge = await challengeOfQuestion(context, question)
  const { newCounter } = await orRejected(() => verifyPasskey({ config, passkey, response: shown.data, challenge }))

  return keepSignature(context, question, {
    answeredAt: now(),
    evidence: evidenceOf({ question, challenge, passkey, shown: shown.data, ...relyingPartyOf(config) }),
    along: (tx) => orRejected(() => usePasskey(tx, passkey, newCounter, now())),
  })
}

/** A passkey proves who signs only if it is her own. */
async function ownPasskey({ db, actor }: Context, id: string): Promise<Passkey> {
  const passkey = await findPasskey(db, id)
  if (!passkey || passkey.personId !== actor.personId) throw new Failure('signature.rejected')
  return passkey
}

async function challengeOfQuestion({ actor }: Context, { canonical, nonce }: Question): Promise<string> {
  const challenge = await challengeFor(actor, { nonce, digest: await digestOf(canonical) })
  return Buffer.from(challenge).toString('base64url')
}

/** A passkey that is refused is, here, a signature that is refused. */
async function orRejected<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof Failure && error.code === 'passkey.rejected') throw new Failure('signature.rejected', {}, { cause: error })
    throw error
  }
}

/** All that a verifier needs beside the bytes: nonce and challenge, the whole assertion, the key it verifies against. */
const evidenceOf = (it: {
  question: Question
  challenge: string
  passkey: Passkey
  shown: z.infer<typeof PasskeyShown>
  origin: string
  rpID: string
}) => ({
  kind: 'passkey',
  nonce: Buffer.from(it.question.nonce).toString('base64url'),
  challenge: it.challenge,
  assertion: { id: it.shown.id, rawId: it.shown.rawId, type: it.shown.type, response: { ...it.shown.response } },
  credentialId: it.passkey.id,
  publicKey: Buffer.from(it.passkey.publicKey).toString('base64url'),
  origin: it.origin,
  rpId: it.rpID,
})
