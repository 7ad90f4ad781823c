import type { Resources } from '../../context.ts'
import type { Tx } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { isSilence } from '../../national/port.ts'
import type { Centre } from '../../national/siam/port.ts'
import { recordForCentre } from '../audit/index.ts'
import { keepAnswer, lockLicence, noteSilence, takeOut } from './store.ts'

export type Asking = Pick<Resources, 'db' | 'national' | 'now'>

/**
 * Asks SIAM about a centre and keeps what it answers. A licence that is found not to be in force takes everybody out of the
 * centre, whoever asked (A01); each change of its state is audited. Null where SIAM knows no such centre.
 * @throws NationalUnavailable | NationalUnreadable where SIAM is silent; our copy then says since when.
 */
export async function askCentre(asking: Asking, siamId: string): Promise<Centre | null> {
  const { db, now } = asking
  const askedAt = now()
  const answer = await ask(asking, siamId, askedAt)
  await inTransaction(db, (tx) => keep(tx, { siamId, answer, askedAt, now }))
  return answer
}

async function ask({ db, national }: Asking, siamId: string, askedAt: Date): Promise<Centre | null> {
  try {
    return await national.siam.centre(siamId)
  } catch (error) {
    if (isSilence(error)) await noteSilence(db, siamId, askedAt)
    throw error
  }
}

async function keep(tx: Tx, { siamId, answer, askedAt, now }: { siamId: string; answer: Centre | null; askedAt: Date; now: () => Date }): Promise<void> {
  const before = await lockLicence(tx, siamId)
  if (!(await keepAnswer(tx, siamId, answer, askedAt))) return
  const state = answer?.licence.state ?? 'unlisted'
  const centre = { centreId: siamId, now }
  if (before !== null && before !== state) await recordForCentre(tx, centre, 'centre.licence-changed', siamId, { from: before, to: state })
  if (state === 'active') return
  for (const session of await takeOut(tx, siamId, now())) await recordForCentre(tx, centre, 'session.centre-closed', session)
}
