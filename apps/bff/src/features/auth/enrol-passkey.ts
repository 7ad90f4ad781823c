import type * as contract from '@noskhe/shared/auth/contract'
import type { Session } from '@noskhe/shared/auth/session'
import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Actor, Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Caller } from '../../http/serve.ts'
import { record } from '../audit/index.ts'
import { describeSession } from './describe-session.ts'
import { deviceOf } from './device.ts'
import { ALGORITHMS } from './passkey-enrolment-options.ts'
import { PasskeyMade, relyingPartyOf } from './passkey.ts'
import { keepPasskey } from './store.ts'
import { takeChallenge } from './take-challenge.ts'

/** Keeps a passkey that was just made; it belongs to her alone. */
export async function enrolPasskey(context: Context<Actor> & Caller, { response }: Input<typeof contract.enrolPasskey>): Promise<Session> {
  const { actor, db, config, now, agent } = context
  const challenge = await takeChallenge(context, 'enrol')
  const made = PasskeyMade.safeParse(response)
  if (!made.success) throw new Failure('passkey.rejected', {}, { cause: made.error })
  const { rpID, origin } = relyingPartyOf(config)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: made.data,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch((cause: unknown) => {
    throw new Failure('passkey.rejected', {}, { cause })
  })
  if (!verified) throw new Failure('passkey.rejected')

  const { id, publicKey, counter } = registrationInfo.credential
  await inTransaction(db, async (tx) => {
    const { transports } = made.data.response
    await keepPasskey(tx, { id, personId: actor.personId, publicKey, counter, transports, device: deviceOf(agent), now: now() })
    await record(tx, context, 'passkey.enrolled', id)
  })
  return describeSession(context)
}
