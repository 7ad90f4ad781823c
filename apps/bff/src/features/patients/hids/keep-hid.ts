import { Failure } from '@noskhe/shared/failure'
import { type HidOfVisit, isEnded } from '@noskhe/shared/patients/eligibility'
import type { ActorAtCentre } from '../../../context.ts'
import type { Tx } from '../../../db/client.ts'
import { lock, takeUp } from './store.ts'

/**
 * Says that something is written on the HID of a visit. Held until the transaction ends.
 * @throws Failure `encounter.hid-ended` where it was rejected or taken back
 */
export async function writeOnHid(tx: Tx, actor: ActorAtCentre, hid: HidOfVisit, at: Date): Promise<void> {
  const state = await takeUp(tx, { centreId: actor.at.centreId, value: hid.value, at })
  if (state !== null && state !== 'reserved' && isEnded({ state })) throw new Failure('encounter.hid-ended', { state })
}

/** The visits that share a HID, which is held until the transaction ends. Empty where it is not known here. */
export async function visitsOfHid(tx: Tx, actor: ActorAtCentre, { value }: HidOfVisit): Promise<string[]> {
  return (await lock(tx, actor.at.centreId, value))?.visits ?? []
}
