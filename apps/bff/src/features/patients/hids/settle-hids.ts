import { type Worker, repeat } from '../../../background.ts'
import type { Resources } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import type { EliminationReason, HidAnswer } from '../../../national/eligibility/port.ts'
import { isSilence } from '../../../national/port.ts'
import { type Action, recordForCentre } from '../../audit/index.ts'
import { confirmVisits, visitOfHid } from '../store.ts'
import { type DueHid, claimDue, settle } from './store.ts'

const EVERY_MS = 5_000

/** Tells the eligibility service, for as long as the process lives, what it has still to be told of the HIDs of all centres. */
export const startSettling = (resources: Resources): Worker =>
  repeat('settle HIDs', EVERY_MS, () => settleHids(resources), resources.log)

/** One round. A silent service leaves each task to a later round; one HID's trouble does not keep the others waiting. */
export async function settleHids(resources: Resources): Promise<void> {
  for (const hid of await claimDue(resources.db, resources.now())) {
    try {
      await settleOne(resources, hid)
    } catch (error) {
      if (!isSilence(error)) resources.log.error({ err: error, centre: hid.centreId, task: hid.task }, 'a HID stays unsettled')
    }
  }
}

type Visit = NonNullable<Awaited<ReturnType<typeof visitOfHid>>>
type Verdict = { state: 'confirmed' | 'rejected' | 'eliminated'; reason: string | null; action: Action }

async function settleOne(resources: Resources, hid: DueHid): Promise<void> {
  const { db, now } = resources
  const of = await visitOfHid(db, hid)
  if (of === null) throw new Error('A HID without a visit is due')
  const verdict = await judge[hid.task](resources, hid, of)
  await inTransaction(db, async (tx) => {
    if (!(await settle(tx, hid, { ...verdict, at: now() }))) return
    if (verdict.state === 'confirmed') await confirmVisits(tx, hid)
    await recordForCentre(tx, { centreId: hid.centreId, now }, verdict.action, of.encounterId, { insurer: hid.insurer, task: hid.task })
  })
}

const confirmed: Verdict = { state: 'confirmed', reason: null, action: 'hid.confirmed' }
const rejected = (reason: string): Verdict => ({ state: 'rejected', reason, action: 'hid.rejected' })
const eliminated = (reason: string | null): Verdict => ({ state: 'eliminated', reason, action: 'hid.eliminated' })

const judge: Record<DueHid['task'], (resources: Resources, hid: DueHid, of: Visit) => Promise<Verdict>> = {
  /** A reserved one was bound while the service was silent. */
  async confirm({ national }, hid, { visit }) {
    const answer = await national.eligibility.updateHid(hid, { ...visit, insurer: hid.insurer })
    return answer.outcome === 'updated' ? confirmed : rejected(answer.message)
  },

  async verify({ national }, hid, of) {
    const answer = await national.eligibility.verifyHid(hid.value)
    return isOf(hid, of, answer) ? confirmed : rejected(notHers[answer.outcome])
  },

  /** "It cannot be" may be the answer to our own repetition, so that the service is asked what it has. */
  async eliminate({ national }, hid, of) {
    const reason = hid.reason as EliminationReason
    const answer = await national.eligibility.eliminateHid(hid, { siamId: hid.centreId, reason })
    if (answer.outcome === 'eliminated') return eliminated(reason)
    const known = await national.eligibility.verifyHid(hid.value)
    if (known.outcome === 'eliminated') return eliminated(reason)
    if (isOf(hid, of, known)) return { ...confirmed, action: 'hid.not-eliminated' }
    return rejected(answer.message)
  },
}

/** Whether the service knows the HID as this visit's. */
const isOf = ({ insurer }: DueHid, { visit }: Visit, answer: HidAnswer): boolean =>
  answer.outcome === 'valid' &&
  answer.insurer === insurer &&
  answer.identity.kind === visit.identity.kind &&
  answer.identity.value === visit.identity.value

/** Why a HID is not this visit's, where the service gives no words. */
const notHers: Record<HidAnswer['outcome'], string> = {
  valid: 'سامانهٔ استحقاق این شباد را برای شخص یا بیمه‌گر دیگری می‌شناسد.',
  unknown: 'سامانهٔ استحقاق این شباد را نمی‌شناسد.',
  eliminated: 'این شباد در سامانهٔ استحقاق ابطال شده است.',
  expired: 'مهلت این شباد در سامانهٔ استحقاق گذشته است.',
}
