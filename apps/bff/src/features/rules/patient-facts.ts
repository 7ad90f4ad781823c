import type { Input } from '@noskhe/shared/endpoint'
import type { findPatientFacts as findContract, keepPatientFacts as keepContract } from '@noskhe/shared/rules/contract'
import type { KeptPatientFacts, PatientFacts } from '@noskhe/shared/rules/patient-facts'
import type { Identity } from '@noskhe/shared/identifiers'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { findOwn } from '../prescriptions/index.ts'
import { findFacts, keepFacts, patientKeyOf } from './store.ts'

/** What this centre keeps of a person, for rules that are asked about her. */
export const factsOf = async ({ db, actor }: Context, identity: Identity): Promise<PatientFacts> =>
  (await findFacts(db, actor, { identityKind: identity.kind, identityValue: identity.value, newbornBirthDate: '' })).facts

/** What this centre keeps of the patient of a prescription; whoever treats her here has it before her, and every look is audited. */
export async function findPatientFacts(context: Context, { id }: Input<typeof findContract>): Promise<KeptPatientFacts> {
  const { db, actor } = context
  const { prescription } = await findOwn(db, actor, id)
  return inTransaction(db, async (tx) => {
    const kept = await findFacts(tx, actor, patientKeyOf(prescription))
    await record(tx, context, 'patient.facts-looked-up', prescription.id, { revision: kept.revision })
    return kept
  })
}

/** Keeps what she was told. Overwrites nobody: what a colleague changed meanwhile is looked at first. */
export async function keepPatientFacts(context: Context, { id, revision, facts }: Input<typeof keepContract>): Promise<KeptPatientFacts> {
  const { db, actor, now } = context
  const { prescription } = await findOwn(db, actor, id)
  const patient = patientKeyOf(prescription)
  return inTransaction(db, async (tx) => {
    await keepFacts(tx, actor, patient, { revision, facts, at: now() })
    await record(tx, context, 'patient.facts-kept', prescription.id, { revision: revision + 1 })
    return findFacts(tx, actor, patient)
  })
}
