import type * as contract from '@noskhe/shared/auth/contract'
import type { Session } from '@noskhe/shared/auth/session'
import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/serve.ts'
import { askRegistry } from './ask-registry.ts'
import { hashOfCode, isSameHash } from './one-time-code.ts'
import { openSession } from './open-session.ts'
import { spendTry, useAttempt } from './store.ts'

/** Confirms the one-time code; the registry is asked again, because a licence may have ended since the code was sent. */
export async function confirmCode(context: Context<null> & Caller, { attemptId, code }: Input<typeof contract.confirmCode>): Promise<Session> {
  const { db, config, national, now } = context
  const attempt = await spendTry(db, attemptId, now())
  if (!isSameHash(attempt.codeHash, hashOfCode(config.secretKey, attemptId, code))) {
    if (attempt.triesLeft === 0) throw new Failure('code.too-many-attempts')
    throw new Failure('code.wrong', { triesLeft: attempt.triesLeft })
  }
  const registered = await askRegistry(national, attempt)
  return openSession(context, { registered, by: 'one-time-code', spend: (tx) => useAttempt(tx, attemptId, now()) })
}
