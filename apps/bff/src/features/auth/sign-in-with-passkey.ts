import type * as contract from '@noskhe/shared/auth/contract'
import type { Session } from '@noskhe/shared/auth/session'
import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/serve.ts'
import { askRegistry } from './ask-registry.ts'
import { openSession } from './open-session.ts'
import { PasskeyShown, userHandleOf } from './passkey.ts'
import { findPasskey, usePasskey } from './store.ts'
import { takeChallenge } from './take-challenge.ts'
import { verifyPasskey } from './verify-passkey.ts'

/** Signs in with a passkey alone. The registry is asked again: a licence revoked since shuts her out here (A44, B21). */
export async function signInWithPasskey(context: Context<null> & Caller, { response }: Input<typeof contract.signInWithPasskey>): Promise<Session> {
  const { db, config, national, now } = context
  const challenge = await takeChallenge(context, 'sign-in')
  const shown = PasskeyShown.safeParse(response)
  if (!shown.success) throw new Failure('passkey.rejected', {}, { cause: shown.error })
  const passkey = await findPasskey(db, shown.data.id)
  if (!passkey) throw new Failure('passkey.unknown')
  // A discoverable credential says whose it is (WebAuthn §7.2 step 6).
  if (shown.data.response.userHandle !== userHandleOf(passkey.personId)) throw new Failure('passkey.rejected')
  const { newCounter } = await verifyPasskey({ config, passkey, response: shown.data, challenge })

  const registered = await askRegistry(national, passkey)
  return openSession(context, { registered, by: 'passkey', spend: (tx) => usePasskey(tx, passkey, newCounter, now()) })
}
