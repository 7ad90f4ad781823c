import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/serve.ts'
import type { Challenge } from '../../http/session.ts'

/**
 * The question that is being answered; it cannot be answered again.
 * @throws Failure `passkey.challenge-expired` where there is none, it was of another kind, or its time is over.
 */
export async function takeChallenge({ session, now }: Pick<Context, 'now'> & Pick<Caller, 'session'>, purpose: Challenge['purpose']): Promise<string> {
  const challenge = await session.takeChallenge()
  if (challenge?.purpose !== purpose || now().getTime() >= challenge.expiresAt) throw new Failure('passkey.challenge-expired')
  return challenge.value
}
