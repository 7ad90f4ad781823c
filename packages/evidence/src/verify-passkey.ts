import { challengeOf, digestOf } from '@noskhe/shared/signing/challenge'
import type { SignedDocument } from '@noskhe/shared/signing/signed-form'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { PasskeySignature } from './evidence-file.ts'
import type { Finding } from './report.ts'

/**
 * Whether this passkey answered the challenge of exactly these bytes, for this prescriber at this centre, unlocked by its owner
 * (WebAuthn §7.2). Whose the passkey is, nothing in the file proves but our own word.
 */
export async function verifyPasskey(it: PasskeySignature, canonical: string, { version, centre, prescriber }: SignedDocument): Promise<Finding[]> {
  const found = (state: Finding['state'], because: string | null): Finding => ({ check: 'signature', version, state, because })
  const nonce = Buffer.from(it.nonce, 'base64url')
  if (nonce.length !== 32) return [found('broken', 'nonce')]
  const challenge = await challengeOf({ nonce, digest: await digestOf(canonical), centre: centre.siamId, prescriber: prescriber.councilNumber })
  try {
    const { verified } = await verifyAuthenticationResponse({
      response: { id: it.credentialId, rawId: it.credentialId, type: 'public-key', response: it.response, clientExtensionResults: {} },
      expectedChallenge: Buffer.from(challenge).toString('base64url'),
      expectedOrigin: it.origin,
      expectedRPID: it.rpId,
      credential: { id: it.credentialId, publicKey: Uint8Array.from(Buffer.from(it.publicKey, 'base64url')), counter: 0 },
      requireUserVerification: true,
    })
    if (!verified) return [found('broken', 'assertion')]
  } catch {
    return [found('broken', 'assertion')]
  }
  return [found('holds', 'passkey'), { check: 'owner', version, state: 'unknown', because: 'passkey' }]
}
