import { Failure } from '@noskhe/shared/failure'
import type { SignatureRequest } from '@noskhe/shared/signing/signature'
import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { passkeysOf, relyingPartyOf } from '../auth/index.ts'
import { challengeFor } from './challenge.ts'

const Options = z.record(z.string(), z.json())

/**
 * The WebAuthn question for her own passkeys, user verification required; its challenge stands for these bytes, this
 * centre and this prescriber.
 * @throws Failure `signature.no-passkey`
 */
export async function passkeyOptions(
  { actor, db, config }: Context,
  { nonce, digest, lifeMs }: { nonce: Uint8Array; digest: Uint8Array; lifeMs: number },
): Promise<NonNullable<SignatureRequest['passkeyOptions']>> {
  const passkeys = await passkeysOf(db, actor.personId)
  if (passkeys.length === 0) throw new Failure('signature.no-passkey')
  const { rpID } = relyingPartyOf(config)
  const options = await generateAuthenticationOptions({
    rpID,
    challenge: await challengeFor(actor, { nonce, digest }),
    allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports: transports.filter(isTransport) })),
    userVerification: 'required',
    timeout: lifeMs,
  })
  return Options.parse(JSON.parse(JSON.stringify(options)))
}

const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
const isTransport = (it: string): it is (typeof transports)[number] => transports.some((known) => known === it)
