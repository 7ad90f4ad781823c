import type { Deposits, UndeliveredDeposit } from '@noskhe/shared/record/record'
import type { Context } from '../../../context.ts'
import type { Db } from '../../../db/client.ts'
import { type Kind, type Undelivered, countOf, listFailed } from '../../../outbox/index.ts'

const MOST_LISTED = 100

/** What of the actor's centre has reached the health record, and what was tried and has not. */
export const listDeposits = ({ db, actor }: Context): Promise<Deposits> => depositsOf(db, actor.at.centreId)

export async function depositsOf(db: Db, centreId: string): Promise<Deposits> {
  const [counts, failed] = await Promise.all([countOf(db, centreId), listFailed(db, centreId, MOST_LISTED)])
  return { ...counts, failed: failed.map(toDeposit) }
}

const kinds: Record<Kind, UndeliveredDeposit['kind']> = {
  'sepas.prescription': 'prescription', 'sepas.referral': 'referral', 'sepas.dispensing': 'dispensing', 'sepas.bill': 'bill', 'supplementary.claim': 'claim', 'ttac.sale': 'sale',
}

const codes = ['silent', 'unreadable', 'error', 'impossible', 'unsealed', 'seal-refused'] as const

/** What is no code of ours are the words of who refused. */
function toDeposit({ id, kind, state, attempts, failure, enqueuedAt }: Undelivered): UndeliveredDeposit {
  const code = codes.find((it) => it === failure)
  return {
    id, kind: kinds[kind], state, attempts, enqueuedAt: enqueuedAt.toISOString(), why: code ?? 'refused', words: code === undefined ? failure : null,
  }
}
