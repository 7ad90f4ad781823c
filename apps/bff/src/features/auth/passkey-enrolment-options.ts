import type * as contract from '@noskhe/shared/auth/contract'
import type { Output } from '@noskhe/shared/endpoint'
import { generateRegistrationOptions } from '@simplewebauthn/server'
import { COSEALG } from '@simplewebauthn/server/helpers'
import type { Actor, Context } from '../../context.ts'
import type { Caller } from '../../http/serve.ts'
import { CHALLENGE_LIFE_MS, relyingPartyOf } from './passkey.ts'
import { passkeysOf } from './store.ts'

/** Algorithms that every platform has; both sides of the enrolment use this list. */
export const ALGORITHMS = [COSEALG.ES256, COSEALG.EdDSA, COSEALG.RS256]

/** Asks her device for a passkey that is kept on it and unlocked by her each time. */
export async function passkeyEnrolmentOptions(context: Context<Actor> & Caller): Promise<Output<typeof contract.passkeyEnrolmentOptions>> {
  const { actor, db, config, now, session } = context
  const options = await generateRegistrationOptions({
    rpName: 'نسخه',
    rpID: relyingPartyOf(config).rpID,
    userID: new Uint8Array(Buffer.from(actor.personId)),
    userName: `${actor.firstName} ${actor.lastName}`,
    userDisplayName: `${actor.firstName} ${actor.lastName}`,
    timeout: CHALLENGE_LIFE_MS,
    attestationType: 'none',
    excludeCredentials: await passkeysOf(db, actor.personId),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
  session.ask({ purpose: 'enrol', value: options.challenge, expiresAt: now().getTime() + CHALLENGE_LIFE_MS })
  return { options: JSON.parse(JSON.stringify(options)) as Output<typeof contract.passkeyEnrolmentOptions>['options'] }
}
