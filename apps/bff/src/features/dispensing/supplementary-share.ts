import type { DeliveryLine, SupplementaryShare } from '@noskhe/shared/dispensing/order'
import type { Identity } from '@noskhe/shared/identifiers'
import type { Context } from '../../context.ts'
import { isSilence } from '../../national/port.ts'
import type { LineToShare, SharedLine, SupplementaryPolicy, SupplementaryRefused } from '../../national/supplementary/port.ts'
import { itemCodeOf } from '../prescriptions/index.ts'

/** What is asked for at a pharmacy's counter. */
export const KIND = 'outpatient-drug'

/** Company of the cover that eligibility tells of; null where there is none. `unknown`: eligibility was silent. */
export type Cover = { company: string } | 'unknown' | null

/**
 * What the supplementary company would pay of what the basic insurer leaves to the patient (A26). Silence is a state of its own;
 * null where she has no such cover, and where nothing is left to pay.
 */
export async function supplementaryShareOf(
  { national: { supplementary }, actor, now }: Context,
  { identity, cover, lines }: { identity: Identity; cover: Cover; lines: readonly DeliveryLine[] },
): Promise<SupplementaryShare | null> {
  const priced = lines.flatMap(toShare)
  if (cover === null || priced.every((it) => it.price.patientShare === 0)) return null
  if (cover === 'unknown') return { state: 'unknown', company: null }
  try {
    const patient = { identity }
    const policy = inForce(await supplementary.coverage(patient), now())
    if (policy === undefined) return { state: 'refused', company: cover.company, needsLetter: false, message: 'بیمه‌نامهٔ معتبری برای دارو نشان نداد.' }
    const answer = await supplementary.shares({ patient, policy, siteId: actor.at.centreId, kind: KIND, letter: null, lines: priced })
    return answer.outcome === 'shared' ? known(policy, answer.lines) : refused(policy, answer)
  } catch (error) {
    if (!isSilence(error)) throw error
    return { state: 'unknown', company: cover.company }
  }
}

/** In the delivery's own numbers: a discount is paid by nobody and is not in them. */
function toShare({ id, code, quantity, isGiven, shares }: DeliveryLine): LineToShare[] {
  if (!isGiven || shares === null) return []
  return [{ key: id, code: itemCodeOf(code), count: quantity, price: { ...shares, discount: 0 } }]
}

/** The first that pays for drugs today; which goes before where there are two has no rule yet. */
function inForce(policies: readonly SupplementaryPolicy[], now: Date): SupplementaryPolicy | undefined {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tehran' }).format(now)
  const holds = ({ from, until }: { from: string; until: string }) => from <= today && today <= until
  return policies.find((it) => holds(it) && it.terms.some((term) => term.kind === KIND && holds(term)))
}

const known = ({ company, number }: SupplementaryPolicy, lines: readonly SharedLine[]): SupplementaryShare => ({
  state: 'known',
  company: company.title,
  companyCode: company.code,
  policy: number,
  share: lines.reduce((sum, it) => sum + it.price.supplementaryShare, 0),
  lines: lines.map(({ key, price }) => ({ lineId: key, share: price.supplementaryShare })),
})

const refused = ({ company }: SupplementaryPolicy, { reason, message }: SupplementaryRefused): SupplementaryShare => ({
  state: 'refused', company: company.title, needsLetter: reason === 'needs-letter', message,
})
