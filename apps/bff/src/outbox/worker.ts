import { type Worker, repeat } from '../background.ts'
import type { Resources } from '../context.ts'
import { inTransaction } from '../db/transaction.ts'
import { recordForCentre } from '../features/audit/index.ts'
import { NationalUnreadable, isSilence } from '../national/port.ts'
import type { Kind, Message, Receipt } from './message.ts'
import { claimDue, markDelivered, park, putBack } from './store.ts'

/**
 * What came of telling. `not-yet`: it was not told, or not taken, for a reason that passes. `impossible`: no message can be made
 * of what is stored, now or later. Silence is thrown.
 */
export type Told = { outcome: 'kept'; receipt: Receipt } | { outcome: 'not-yet' | 'refused' | 'impossible'; reason: string }

/** How each kind of message is made and told. */
export type Tellers = Record<Kind, (message: Message) => Promise<Told>>

const EVERY_MS = 1_000
const AT_ONCE = 20

/** Longer than a call with its token and deadlines takes: who took a message and has not settled it by then is dead. */
const RETURNS_AFTER_MS = 30_000

const FIRST_REST_MS = 1_000
/** So short that everything is told within a minute of the receiver's healing (I6). */
const LONGEST_REST_MS = 30_000

/** Twice as long after each try, up to the longest, and somewhere in the latter half of it: those who failed together return apart. */
export const restAfter = (attempts: number, chance: number): number =>
  Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(attempts - 1, 10)) * (0.5 + chance / 2)

type Needed = Pick<Resources, 'db' | 'now' | 'log'>

/** Tells, for as long as the process lives, what is in the outbox; any number of processes may. `stop` lets what is under way end. */
export const startOutbox = (resources: Needed, tellers: Tellers): Worker =>
  repeat('outbox', EVERY_MS, () => emptyOutbox(resources, tellers), resources.log)

/** Goes on while whole batches get through; a failure ends the round, so that an outage is not run against. */
export async function emptyOutbox(resources: Needed, tellers: Tellers): Promise<void> {
  for (;;) {
    const told = await tellBatch(resources, tellers)
    if (told.length < AT_ONCE || told.includes('failed')) return
  }
}

/** At most twenty messages at once, each of another stream. */
async function tellBatch(resources: Needed, tellers: Tellers): Promise<('settled' | 'failed')[]> {
  const now = resources.now()
  const due = await claimDue(resources.db, { now, returnsAt: new Date(now.getTime() + RETURNS_AFTER_MS), limit: AT_ONCE })
  return Promise.all(due.map((message) => tell(resources, tellers, message)))
}

async function tell(resources: Needed, tellers: Tellers, message: Message): Promise<'settled' | 'failed'> {
  try {
    const told = await tellers[message.kind](message)
    if (told.outcome === 'not-yet') {
      await rest(resources, message, told.reason)
      return 'failed'
    }
    await settle(resources, message, told)
    return 'settled'
  } catch (error) {
    if (!isSilence(error)) resources.log.error({ err: error, message: message.id }, 'outbox message not told')
    await rest(resources, message, failureOf(error))
    return 'failed'
  }
}

/** Where not even this can be written down, the message returns by itself. */
async function rest({ db, now, log }: Needed, message: Message, failure: string): Promise<void> {
  const dueAt = new Date(now().getTime() + restAfter(message.attempts, Math.random()))
  await putBack(db, message, { failure, dueAt }).catch((error: unknown) => log.error({ err: error, message: message.id }, 'outbox message not put back'))
}

const failureOf = (error: unknown): string => (!isSilence(error) ? 'error' : error instanceof NationalUnreadable ? 'unreadable' : 'silent')

async function settle({ db, now }: Needed, message: Message, told: Exclude<Told, { outcome: 'not-yet' }>): Promise<void> {
  const { centreId, kind, id } = message
  await inTransaction(db, async (tx) => {
    const isKept = told.outcome === 'kept'
    const isSettled = told.outcome === 'kept' ? await markDelivered(tx, message, told.receipt, now()) : await park(tx, message, told.reason)
    if (isSettled) {
      await recordForCentre(tx, { centreId, now }, isKept ? 'outbox.delivered' : 'outbox.parked', message.subjectId, { kind, message: id })
    }
  })
}
