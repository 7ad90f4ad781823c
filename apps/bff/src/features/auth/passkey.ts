import { z } from 'zod'
import type { Config } from '../../config.ts'

/** A question is answered within two minutes or asked again. */
export const CHALLENGE_LIFE_MS = 120_000

/** Who asks (the relying party) and from which address, as the authenticator saw it. */
export const relyingPartyOf = ({ publicUrl }: Pick<Config, 'publicUrl'>) => ({
  rpID: new URL(publicUrl).hostname,
  origin: new URL(publicUrl).origin,
})

const Base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/)

const Credential = z.object({ id: Base64Url, rawId: Base64Url, type: z.literal('public-key') })

/** `RegistrationResponseJSON` (WebAuthn §5.1.8), what of it we read. */
export const PasskeyMade = Credential.extend({
  response: z.object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z.array(z.string().max(32)).max(8).default([]),
  }),
}).transform((it) => ({ ...it, clientExtensionResults: {} }))

/** `AuthenticationResponseJSON` (WebAuthn §5.1.8), what of it we read. */
export const PasskeyShown = Credential.extend({
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: z.preprocess((value) => value ?? '', z.union([Base64Url, z.literal('')])),
  }),
}).transform((it) => ({ ...it, clientExtensionResults: {} }))

/** Our person's id as the authenticator keeps it beside the key. */
export const userHandleOf = (personId: string): string => Buffer.from(personId).toString('base64url')
