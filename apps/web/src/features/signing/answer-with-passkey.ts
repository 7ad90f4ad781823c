import type { SignatureRequest } from '@noskhe/shared/signing/signature'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'

/** The signer closed the browser's question, or no passkey of hers is on this device. */
export class PasskeyNotGiven extends Error {
  override readonly name = 'PasskeyNotGiven'
}

/**
 * Lets the browser ask for the passkey over the request's challenge.
 * @throws PasskeyNotGiven when she declined or the browser has none to offer.
 */
export async function answerWithPasskey(request: SignatureRequest) {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = request.passkeyOptions as unknown as PublicKeyCredentialRequestOptionsJSON
  const response = await startAuthentication({ optionsJSON }).catch((error: unknown) => {
    throw new PasskeyNotGiven('passkey not given', { cause: error })
  })
  return JSON.parse(JSON.stringify(response)) as Record<string, never>
}
