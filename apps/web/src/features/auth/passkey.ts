import type { Output } from '@noskhe/shared/endpoint'
import type { passkeySignInOptions } from '@noskhe/shared/auth/contract'
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'

type WebAuthnJson = Output<typeof passkeySignInOptions>['options']

/** declined: she closed the browser's question, or it found no passkey · already-here: this device has one of hers. */
export class PasskeyNotGiven extends Error {
  override readonly name = 'PasskeyNotGiven'
  readonly why: 'declined' | 'already-here'

  constructor(cause: unknown) {
    super('passkey not given', { cause })
    this.why = cause instanceof Error && cause.name === 'InvalidStateError' ? 'already-here' : 'declined'
  }
}

/** Whether this browser can have passkeys at all. */
export const canHavePasskeys = (): boolean => typeof window.PublicKeyCredential === 'function'

const asJson = (response: object) => JSON.parse(JSON.stringify(response)) as WebAuthnJson

/** Lets the browser make a passkey. @throws PasskeyNotGiven */
export async function makePasskey(options: WebAuthnJson): Promise<WebAuthnJson> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON
  return asJson(await startRegistration({ optionsJSON }).catch(notGiven))
}

/** Lets the browser ask for a passkey. @throws PasskeyNotGiven */
export async function showPasskey(options: WebAuthnJson): Promise<WebAuthnJson> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
  return asJson(await startAuthentication({ optionsJSON }).catch(notGiven))
}

function notGiven(cause: unknown): never {
  throw new PasskeyNotGiven(cause)
}

const KEY = 'noskhe.passkey'

/** Whether a passkey was last made or used in this browser: only decides what is offered first. */
export function hasUsedPasskey(): boolean {
  try {
    return canHavePasskeys() && localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

export function rememberPasskey(isThere: boolean): void {
  try {
    if (isThere) localStorage.setItem(KEY, '1')
    else localStorage.removeItem(KEY)
  } catch {
    // Storage may be closed to us; the passkey is then offered second.
  }
}
