import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { expect, test } from 'vitest'
import { createAuthenticator } from './authenticator.ts'

const origin = 'http://localhost:3000'
const rpID = 'localhost'

test('what the software authenticator answers stands before the verifier that the product uses', async () => {
  const authenticator = createAuthenticator(origin)
  const making = await generateRegistrationOptions({ rpName: 'test', rpID, userName: 'somebody' })
  const made = await verifyRegistrationResponse({
    response: authenticator.register(making),
    expectedChallenge: making.challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
  })
  if (!made.verified) throw new Error('not verified')
  const asking = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
  const shown = await verifyAuthenticationResponse({
    response: authenticator.authenticate(asking),
    expectedChallenge: asking.challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: made.registrationInfo.credential,
  })
  expect(shown).toMatchObject({ verified: true, authenticationInfo: { newCounter: 1, userVerified: true } })
})
