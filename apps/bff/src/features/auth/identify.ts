import type * as contract from '@noskhe/shared/auth/contract'
import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../context.ts'
import { newId } from '../../db/id.ts'
import { inTransaction } from '../../db/transaction.ts'
import { NationalUnreadable } from '../../national/port.ts'
import { askRegistry, type Registered } from './ask-registry.ts'
import { hashOfCode, makeCode, maskedMobile, messageOf } from './one-time-code.ts'
import { forgetAttempt, keepAttempt, keepPerson } from './store.ts'

/** Asks the registry who this is and sends a one-time code to the number that the registry knows, never to one typed here. */
export async function identify(context: Context<null>, input: Input<typeof contract.identify>): Promise<Output<typeof contract.identify>> {
  const { db, config, national, now } = context
  const registered = await askRegistry(national, { nationalCode: input.nationalCode, councilNumber: input.councilNumber ?? null })
  // Whether the code or the number is the wrong one is not told.
  if (input.mobile !== undefined && input.mobile !== registered.mobile) throw new Failure('staff.unknown')

  const at = now()
  const attemptId = newId(at.getTime())
  const code = makeCode()
  const { expiresAt } = await inTransaction(db, async (tx) => {
    const personId = await keepPerson(tx, registered, at)
    const codeHash = hashOfCode(config.secretKey, attemptId, code)
    return keepAttempt(tx, { id: attemptId, personId, councilNumber: registered.councilNumber, codeHash, now: at })
  })
  await send(context, registered, { attemptId, code })
  return { attemptId, sentTo: maskedMobile(registered.mobile), now: now().toISOString(), expiresAt: expiresAt.toISOString() }
}

/** A code that was not sent must not count against her. */
async function send({ db, config, national }: Context<null>, { mobile }: Registered, { attemptId, code }: { attemptId: string; code: string }) {
  try {
    const answer = await national.sms.send({ to: mobile, text: messageOf(code, config.publicUrl), key: attemptId })
    // The operator takes no message to the number that the registry gave: the registry's answer is not usable.
    if (answer.outcome === 'refused') throw new NationalUnreadable('sms', { cause: new Error(answer.reason), sent: 'no' })
  } catch (error) {
    await forgetAttempt(db, attemptId)
    throw error
  }
}
