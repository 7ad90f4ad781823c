import type { Refused } from '../../../national/payer/port.ts'
import type { ConnectedPayer } from '../../payers/index.ts'
import { patientOf } from '../ask-payer.ts'
import type { StoredParts } from '../parts.ts'
import type { StoredPrescription } from '../stored.ts'
import { isSameLines, standingLines } from './standing-lines.ts'

type Outcome = { outcome: 'registered'; trackingCode: string; parts?: StoredParts | null } | { outcome: 'withdrawn' } | { outcome: 'not-registered' } | Refused

/**
 * Asks what became of a change whose answer was lost, by the lines that the payer has now: those of the new version, or none
 * where it was taken back. A refusal to say leaves it unknown.
 * @throws NationalUnavailable | NationalUnreadable
 */
export async function outcomeOfChange(connected: ConnectedPayer, it: StoredPrescription): Promise<Outcome> {
  const { trackingCode } = it.prescription
  if (trackingCode === null || it.amending === null) throw new Error('Only a registered prescription is changed')
  if (it.act) return outcomeOfTakingBack(connected, it)
  const standing = await standingLines(connected, it)
  if (it.amending.cancellation) return standing.outcome === 'refused' ? goneOr(standing) : standing.checkRefs.length === 0 ? gone : missed
  if (standing.outcome === 'refused') return standing
  const { checkRefs, parts } = standing
  return isSameLines(checkRefs, [...it.checkRefs.values()]) ? { outcome: 'registered', trackingCode: standing.trackingCode ?? trackingCode, parts } : missed
}

/** An act has no lines to see it by: it is gone where the payer knows of no registration under its visit. */
async function outcomeOfTakingBack({ payer, party }: ConnectedPayer, it: StoredPrescription): Promise<Outcome> {
  if (it.visitRef === null) throw new Error('A registered prescription has a visit')
  const found = await payer.findRegistration({ party, patient: patientOf(it), visitRef: it.visitRef, writtenOn: new Date(it.prescription.writtenAt) })
  if (found.outcome === 'refused') return goneOr(found)
  return found.outcome === 'registered' ? missed : gone
}

const missed = { outcome: 'not-registered' } as const
const gone = { outcome: 'withdrawn' } as const

const goneOr = (refused: Refused): Outcome => (['not-found', 'already-deleted'].includes(refused.reason) ? gone : refused)
