import type { SignatureRequest } from '@noskhe/shared/signing/signature'
import { showPasskey } from '../auth/index.ts'

/**
 * Lets the browser ask for the passkey over the request's challenge.
 * @throws PasskeyNotGiven when she declined or the browser has none to offer.
 */
export const answerWithPasskey = (request: SignatureRequest) => showPasskey(request.passkeyOptions ?? {})
