import type { Refused } from '../../../national/payer/port.ts'
import type { ConnectedPayer } from '../../payers/index.ts'
import { patientOf } from '../ask-payer.ts'
import { type StoredParts, partsOfLines } from '../parts.ts'
import type { StoredPrescription } from '../stored.ts'

/** What the payer has of a registered prescription now: the names of its lines, and whether anything of them was given. */
export interface Standing {
  outcome: 'found'
  checkRefs: string[]
  /** Null where it keeps them as one; `trackingCode` is that of the first line then, where lines tell theirs. */
  parts: StoredParts | null
  trackingCode: string | null
  isTouched: boolean
}

/** @throws NationalUnavailable | NationalUnreadable */
export async function standingLines({ payer, party }: ConnectedPayer, it: StoredPrescription): Promise<Standing | Refused> {
  if (it.visitRef === null) throw new Error('A registered prescription has a visit')
  const answer = await payer.progress({ party, patient: patientOf(it), visitRef: it.visitRef })
  if (answer.outcome === 'refused') return answer
  const { items } = answer
  const checkRefs = items.map(({ checkRef }) => checkRef)
  return { outcome: 'found', checkRefs, parts: partsOfLines(items), trackingCode: items[0]?.trackingCode ?? null, isTouched: items.some(({ delivered }) => delivered > 0) }
}

/** Whether two prescriptions have the same lines, whatever their order. */
export const isSameLines = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((ref) => b.includes(ref))
