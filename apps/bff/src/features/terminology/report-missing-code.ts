import type { Input, Output } from '@noskhe/shared/endpoint'
import type { listMissingCodes as listContract, reportMissingCode as contract } from '@noskhe/shared/terminology/contract'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { countUp, missingAt } from './missing-codes.ts'

/** Counts what somebody looked for and the national lists do not hold, for whoever keeps the lists. The trail has no words of it. */
export async function reportMissingCode(context: Context, { wording, kinds }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { db, actor, now } = context
  return inTransaction(db, async (tx) => {
    const times = await countUp(tx, actor, { wording, kinds }, now())
    await record(tx, context, 'code.reported-missing', null, { kinds: kinds.join() })
    return { times }
  })
}

/** Of this centre, the most reported first. */
export async function listMissingCodes({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<Output<typeof listContract>> {
  return { missing: await missingAt(db, actor.at.centreId) }
}
