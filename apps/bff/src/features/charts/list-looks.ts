import { type Look, MOST_LOOKS } from '@noskhe/shared/charts/chart'
import type { listLooks as contract } from '@noskhe/shared/charts/contract'
import type { Input, Output } from '@noskhe/shared/endpoint'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type EventOf, eventsOfThings, record } from '../audit/index.ts'
import { visitsOfPatient } from '../patients/index.ts'
import { idsOfVisits } from '../prescriptions/index.ts'
import { namesOf } from './store.ts'
import { treatedPatient } from './treated.ts'

/** All visits of hers that the trail may speak of. */
const MOST_VISITS = 1_000

/**
 * Who saw the chart, the visits and the prescriptions of a patient at this centre, and who changed them, as the audit trail has
 * it: names and acts, never what was written. To read it is a look as well.
 */
export async function listLooks(context: Context, { id }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { db, actor } = context
  const { centreId } = actor.at
  const patient = await inTransaction(db, async (tx) => {
    const treated = await treatedPatient(tx, actor, id)
    await record(tx, context, 'looks.looked-up', treated.id)
    return treated
  })
  const visits = (await visitsOfPatient(db, centreId, patient.id, MOST_VISITS)).map((visit) => visit.id)
  const things = [patient.id, ...visits, ...(await idsOfVisits(db, centreId, visits))]
  const events = await eventsOfThings(db, centreId, things, MOST_LOOKS)
  const names = await namesOf(db, events.map(({ personId }) => personId))
  return { looks: events.map((event) => lookOf(event, names)) }
}

const lookOf = ({ at, personId, action, detail }: EventOf, names: ReadonlyMap<string, string>): Look => ({
  at: at.toISOString(),
  who: personId === null ? null : (names.get(personId) ?? null),
  action,
  isLook: action.endsWith('looked-up'),
  purpose: typeof detail === 'object' && detail !== null && 'purpose' in detail && typeof detail.purpose === 'string' ? detail.purpose : null,
})
