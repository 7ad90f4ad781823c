import type { Input } from '@noskhe/shared/endpoint'
import type { saveContact as contract } from '@noskhe/shared/patients/contract'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { findEncounterOf, keepContact } from './store.ts'

/** Keeps by which telephone the patient is reached (A18). The number itself is not in the trace. */
export const saveContact = (context: Context, { id, phone }: Input<typeof contract>): Promise<Encounter> =>
  inTransaction(context.db, async (tx) => {
    await keepContact(tx, context.actor, id, phone)
    await record(tx, context, 'patient.contact-changed', id, { isKnown: phone !== null })
    return findEncounterOf(tx, context.actor, id, context.now())
  })
