import type { addProblem as contract } from '@noskhe/shared/charts/contract'
import type { Input, Output } from '@noskhe/shared/endpoint'
import type { Context } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { record } from '../../audit/index.ts'
import { diagnosisOf } from '../../prescriptions/index.ts'
import { lockPatient, noteProblem, problemsOf } from '../store.ts'
import { treatedPatient } from '../treated.ts'

/** Keeps a problem under its name in the code list in force. One that is open already stays as it is. */
export async function addProblem(context: Context, { id, code }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { db, actor, now } = context
  const { id: patientId } = await treatedPatient(db, actor, id)
  const { title } = await diagnosisOf(context, code)
  return inTransaction(db, async (tx) => {
    const key = { centreId: actor.at.centreId, patientId }
    await lockPatient(tx, key)
    const isNew = await noteProblem(tx, key, { code, title, by: actor.personId, at: now() })
    if (isNew) await record(tx, context, 'problem.noted', patientId)
    return { problems: await problemsOf(tx, key) }
  })
}
