import { createHash } from 'node:crypto'
import { ONCE_HEADER } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Request } from 'express'
import { type Answer, claimCall, keepAnswer, releaseCall } from '../db/answered-calls.ts'
import type { Db } from '../db/client.ts'
import { failureOf, problemOf } from './problem.ts'

const KEY = /^[0-9A-Za-z-]{16,64}$/

/**
 * Runs a call that must have no second effect. A repeat with the same key gets the first answer byte for byte; with another
 * body it is refused without effect. What is no answer is not kept: the call came to nothing and may be made again.
 */
export async function answerOnce(
  { db, req, personId, now }: { db: Db; req: Request; personId: string; now: Date },
  run: () => Promise<string>,
): Promise<Answer> {
  const key = req.get(ONCE_HEADER) ?? ''
  if (!KEY.test(key)) throw new Failure('request.invalid', { fields: [ONCE_HEADER] })
  const requestHash = createHash('sha256').update(`${req.method} ${req.path}\n${JSON.stringify(req.body ?? null)}`).digest('base64url')
  const claim = await claimCall(db, { personId, key, requestHash, now })
  switch (claim.outcome) {
    case 'answered':
      return claim.answer
    case 'in-progress':
      throw new Failure('request.in-progress')
    case 'other-request':
      throw new Failure('request.key-reused')
    case 'first':
      return runAndKeep(db, { personId, key }, run)
  }
}

async function runAndKeep(db: Db, call: { personId: string; key: string }, run: () => Promise<string>): Promise<Answer> {
  try {
    const answer = { status: 200, body: await run() }
    await keepAnswer(db, call, answer)
    return answer
  } catch (error) {
    const failure = failureOf(error)
    if (isNoAnswer(failure)) {
      await releaseCall(db, call)
      throw error
    }
    const answer = { status: failure.status, body: JSON.stringify(problemOf(failure)) }
    await keepAnswer(db, call, answer)
    return answer
  }
}

/**
 * A fault of ours or of a service (5xx), and "under way": what an earlier process left behind is settled by asking, and the same key
 * then goes on. Kept, it would be the answer for ever.
 */
const isNoAnswer = ({ status, code }: Failure): boolean => status >= 500 || code === 'request.in-progress'
