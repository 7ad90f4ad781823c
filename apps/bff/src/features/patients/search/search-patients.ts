import type { Input } from '@noskhe/shared/endpoint'
import type { searchPatients as contract } from '@noskhe/shared/patients/contract'
import { MOST_FOUND, type PatientsFound } from '@noskhe/shared/patients/search'
import type { Context } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { record } from '../../audit/index.ts'
import { searchSeen } from './store.ts'

/**
 * Looks among the patients seen at this centre. Of more than can be told apart at a glance nobody is shown: who only sounds alike
 * is left out first, and where even those spelt as typed are too many, all are. The look is written down before it is answered.
 */
export async function searchPatients(context: Context, { query }: Input<typeof contract>): Promise<PatientsFound> {
  const found = shown(await searchSeen(context.db, context.actor, query, MOST_FOUND + 1))
  await inTransaction(context.db, (tx) =>
    record(tx, context, 'patients.looked-up', null, { by: query.by, shown: found.patients.length, leftOut: found.leftOut }),
  )
  return found
}

function shown(found: PatientsFound['patients']): PatientsFound {
  if (found.length <= MOST_FOUND) return { patients: found, leftOut: 'nothing' }
  const spelt = found.filter(({ isAlike }) => !isAlike)
  return spelt.length > 0 && spelt.length <= MOST_FOUND ? { patients: spelt, leftOut: 'alike' } : { patients: [], leftOut: 'all' }
}
