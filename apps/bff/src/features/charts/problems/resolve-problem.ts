import type { resolveProblem as contract } from '@noskhe/shared/charts/contract'
import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Context } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { record } from '../../audit/index.ts'
import { findSeen } from '../../patients/index.ts'
import { patientOfProblem, problemsOf, resolve } from '../store.ts'

/** Whoever treats her here may say that a problem is over, not only who noted it. */
export const resolveProblem = (context: Context, { id }: Input<typeof contract>): Promise<Output<typeof contract>> =>
  inTransaction(context.db, async (tx) => {
    const { actor, now } = context
    const { centreId } = actor.at
    const patientId = await patientOfProblem(tx, centreId, id)
    const treated = patientId && (await findSeen(tx, { centreId, id: patientId, treatedBy: actor.personId }))
    if (!treated) throw new Failure('problem.not-found')
    if (await resolve(tx, { centreId, id }, actor.personId, now())) await record(tx, context, 'problem.resolved', treated.id)
    return { problems: await problemsOf(tx, { centreId, patientId: treated.id }) }
  })
