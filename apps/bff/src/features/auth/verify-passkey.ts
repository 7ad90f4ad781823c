import { Failure } from '@noskhe/shared/failure'
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Config } from '../../config.ts'
import { relyingPartyOf } from './passkey.ts'
import type { Passkey } from './store.ts'

/**
 * Whether this passkey answered this challenge on our page, unlocked by its owner, with a counter that moved on.
 * @throws Failure `passkey.rejected`
 */
export async function verifyPasskey(it: {
  config: Pick<Config, 'publicUrl'>
  passkey: Passkey
  response: AuthenticationResponseJSON
  challenge: string
}): Promise<{ newCounter: number }> {
  const { rpID, origin } = relyingPartyOf(it.config)
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: it.response,
    expectedChallenge: it.challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: it.passkey,
    requireUserVerification: true,
  }).catch((cause: unknown) => {
    throw new Failure('passkey.rejected', {}, { cause })
  })
  if (!verified) throw new Failure('passkey.rejected')
  return authenticationInfo
}
