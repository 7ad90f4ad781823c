import type { Refused } from '../../../national/payer/port.ts'
import type { ConnectedPayer } from '../../payers/index.ts'
import { type ActPlan, planOfAct } from '../acts/plan-act.ts'
import type { StoredPrescription } from '../stored.ts'
import { standingLines } from './standing-lines.ts'

/** What the payer is to be told of a signed version. `unchanged`: its lines are the payer's already, and nothing is told. */
export type Plan =
  | ActPlan
  | { act: 'register'; visitRef: string; checkRefs: string[] }
  | { act: 'amend'; visitRef: string; add: string[]; remove: string[] }
  | { act: 'withdraw'; visitRef: string }
  | { act: 'unchanged'; trackingCode: string }

interface Lines {
  visitRef: string
  checkRefs: string[]
}

/**
 * A first version is registered. A later one is told as what it has otherwise than the payer, who is asked for that at the
 * last moment: a change of a prescription of which something was given meanwhile is refused here (9-1-6).
 * @throws NationalUnavailable | NationalUnreadable – nothing was told.
 */
export async function planOf(connected: ConnectedPayer, it: StoredPrescription, { visitRef, checkRefs }: Lines): Promise<Plan | Refused> {
  const { trackingCode } = it.prescription
  const isFirst = it.amending === null || trackingCode === null
  if (isFirst && it.act) return planOfAct(connected, it, { visitRef, checkRefs })
  if (it.amending === null || trackingCode === null) return { act: 'register', visitRef, checkRefs }
  const standing = await standingLines(connected, it)
  if (standing.outcome === 'refused') return standing
  if (standing.isTouched) return alreadyGiven
  if (it.amending.cancellation) return { act: 'withdraw', visitRef }
  const add = checkRefs.filter((ref) => !standing.checkRefs.includes(ref))
  const remove = standing.checkRefs.filter((ref) => !checkRefs.includes(ref))
  const plan = { act: 'amend' as const, visitRef, add, remove }
  return plan.add.length + plan.remove.length === 0 ? { act: 'unchanged', trackingCode } : plan
}

const alreadyGiven: Refused = {
  outcome: 'refused',
  reason: 'already-delivered',
  code: '',
  message: '',
  advice: 'پیش از ثبت این تغییر، بخشی از نسخه تحویل شد. نسخهٔ پیشین برقرار است؛ از ویرایش بگذرید.',
}
