import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { giveUpEncounter as contract } from '@noskhe/shared/patients/contract'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import type { Context } from '../../context.ts'
import type { Tx } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { findEncounterOf, giveUp, visitsOfHid } from '../patients/index.ts'
import { isWrittenIn } from './store.ts'

type Reason = Input<typeof contract>['reason']

/** The prescriber says that the visit came to nothing. Said twice it is done once. */
export const giveUpEncounter = (context: Context, { id, reason }: Input<typeof contract>): Promise<Encounter> =>
  inTransaction(context.db, async (tx) => {
    if (!(await giveUpVisit(tx, context, id, reason))) throw new Failure('encounter.in-use')
    return findEncounterOf(tx, context.actor, id, context.now())
  })

/**
 * Has the HID of a visit taken back by the background, unless something was written on it: in this visit, or in another that
 * shares it (a person has one HID a centre and day). False where something was.
 */
export async function giveUpVisit(tx: Tx, context: Context, encounterId: string, reason: Reason): Promise<boolean> {
  const { actor, now } = context
  const { hid } = await findEncounterOf(tx, actor, encounterId, now())
  if (hid === null) return true
  const { centreId } = actor.at
  if (await isWrittenIn(tx, centreId, await visitsOfHid(tx, actor, hid))) return false
  if (await giveUp(tx, { centreId, value: hid.value, reason, at: now() })) await record(tx, context, 'hid.given-up', encounterId, { reason })
  return true
}
