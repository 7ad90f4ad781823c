import type { EligibilityState, InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { EligibilityAnswer } from '../../national/eligibility/port.ts'

/**
 * What the answer means for the visit. Covered by an insurer without an HID is `unanswered`: the coverage was seen, but
 * the visit was not taken on by it, so nothing may be written on its account.
 */
export function stateOf(answer: EligibilityAnswer, isConnected: (insurer: InsurerCode) => boolean): EligibilityState {
  if (answer.person !== 'alive') return answer.person
  if (answer.used === null) return answer.coverages.length === 0 ? 'uninsured' : 'expired'
  if (!isConnected(answer.used)) return 'not-connected'
  return answer.hid === null ? 'unanswered' : 'covered'
}
