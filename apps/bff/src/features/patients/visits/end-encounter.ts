import type { Input } from '@noskhe/shared/endpoint'
import type { endEncounter as contract } from '@noskhe/shared/patients/contract'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import type { Context } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { record } from '../../audit/index.ts'
import { findEncounterOf } from '../store.ts'
import { endByPrescriber } from './store.ts'

/** Keeps when the service of a visit ended (A23). What was begun in it may still be finished; nothing new is begun in it. */
export const endEncounter = (context: Context, { id }: Input<typeof contract>): Promise<Encounter> =>
  inTransaction(context.db, async (tx) => {
    const { actor, now } = context
    const at = now()
    if (await endByPrescriber(tx, actor, id, at)) await record(tx, context, 'visit.ended', id, { by: 'prescriber' })
    return findEncounterOf(tx, actor, id, at)
  })
