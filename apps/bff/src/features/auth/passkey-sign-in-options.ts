import type * as contract from '@noskhe/shared/auth/contract'
import type { Output } from '@noskhe/shared/endpoint'
import { generateAuthenticationOptions } from '@simplewebauthn/server'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/serve.ts'
import { CHALLENGE_LIFE_MS, relyingPartyOf } from './passkey.ts'

/** Asks whichever passkey of ours the device has (discoverable): nobody is named before she answers. */
export async function passkeySignInOptions({ config, now, session }: Context<null> & Caller): Promise<Output<typeof contract.passkeySignInOptions>> {
  const options = await generateAuthenticationOptions({
    rpID: relyingPartyOf(config).rpID,
    userVerification: 'required',
    timeout: CHALLENGE_LIFE_MS,
  })
  session.ask({ purpose: 'sign-in', value: options.challenge, expiresAt: now().getTime() + CHALLENGE_LIFE_MS })
  return { options: JSON.parse(JSON.stringify(options)) as Output<typeof contract.passkeySignInOptions>['options'] }
}
