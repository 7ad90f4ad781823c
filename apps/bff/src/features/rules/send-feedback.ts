import { type Worker, repeat } from '../../background.ts'
import type { Resources } from '../../context.ts'
import { isSilence } from '../../national/port.ts'
import { type DueFeedback, claimFeedback, endFeedback } from './store.ts'

const EVERY_MS = 2_000
const AT_ONCE = 20

/** It is for improving rules, not for the patient: after a day of silence nobody waits for it any more. */
const GIVEN_UP_AFTER = 32
const FIRST_REST_MS = 30_000
const LONGEST_REST_MS = 3_600_000

type Needed = Pick<Resources, 'db' | 'national' | 'now' | 'log'>

/** Tells rule services, for as long as the process lives, what became of their cards. */
export const startSendingFeedback = (resources: Needed): Worker =>
  repeat('rule feedback', EVERY_MS, () => sendFeedback(resources), resources.log)

/** One round: each that is due is tried once. A service that stays silent is told again later, ever less often. */
export async function sendFeedback(resources: Needed): Promise<void> {
  const now = resources.now()
  const returnsAt = (attempts: number) => new Date(now.getTime() + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(attempts - 1, 10)))
  const due = await claimFeedback(resources.db, { now, returnsAt, limit: AT_ONCE })
  await Promise.all(due.map((it) => send(resources, it)))
}

async function send({ db, national, now, log }: Needed, it: DueFeedback): Promise<void> {
  try {
    await endFeedback(db, it, await national.clinicalRules.tell(it.service, it.feedback), now())
  } catch (error) {
    if (!isSilence(error)) log.error({ err: error, feedback: it.id }, 'rule feedback not told')
    if (it.attempts >= GIVEN_UP_AFTER) await endFeedback(db, it, 'given-up', now())
  }
}
