import { Failure } from '@noskhe/shared/failure'
import type { Practitioner } from '../../national/council-registry/port.ts'

/**
 * What the council answered, read as yes or no: the number is hers, the licence is active, no sentence is in force (A44).
 * @throws Failure `council.*`; where the council gave a reason, in its own words.
 */
export function assertMember(answer: Practitioner | null, nationalCode: string): asserts answer is Practitioner {
  if (!answer) throw new Failure('council.unknown')
  if (answer.nationalCode !== nationalCode) throw new Failure('council.mismatch')
  const { licence, sentence } = answer
  if (licence.state !== 'active') throw new Failure(`council.licence-${licence.state}`, { reason: licence.reason })
  // The council's API tells a sentence apart from the licence's state; either stops her.
  if (sentence) throw new Failure('council.licence-suspended', { reason: sentence.text })
}
