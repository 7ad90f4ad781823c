import type { Chart } from '@noskhe/shared/charts/chart'
import type { findChart as contract, findChartOfVisit as ofVisitContract } from '@noskhe/shared/charts/contract'
import type { Input } from '@noskhe/shared/endpoint'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { patientOfOwnVisit } from '../patients/index.ts'
import { readChart } from './read-chart.ts'
import { treatedPatient } from './treated.ts'

/** The chart of a patient whom the actor has treated here. The look is written down before anything is read. */
export async function findChart(context: Context, { id }: Input<typeof contract>): Promise<Chart> {
  const patient = await inTransaction(context.db, async (tx) => {
    const treated = await treatedPatient(tx, context.actor, id)
    await record(tx, context, 'chart.looked-up', treated.id, { from: 'page' })
    return treated
  })
  return readChart(context, patient)
}

/** The chart of the patient of one of her visits, likewise. */
export async function findChartOfVisit(context: Context, { id }: Input<typeof ofVisitContract>): Promise<Chart> {
  const patient = await inTransaction(context.db, async (tx) => {
    const ofVisit = await patientOfOwnVisit(tx, context.actor, id, context.now())
    await record(tx, context, 'chart.looked-up', ofVisit.id, { from: 'visit' })
    return ofVisit
  })
  return readChart(context, patient)
}
