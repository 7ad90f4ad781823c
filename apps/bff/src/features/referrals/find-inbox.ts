import type { Inbox } from '@noskhe/shared/referrals/referral'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { heard } from '../../national/port.ts'
import { record } from '../audit/index.ts'
import type { ConnectedPayer } from '../payers/index.ts'
import { desksOf } from './inboxes.ts'
import { ofReferral } from './received.ts'

type InboxOfInsurer = Inbox['inboxes'][number]

/** The referrals that wait for her, of every insurer that keeps an inbox; urgent ones first, then the oldest. */
export async function findInbox(context: Context): Promise<Inbox> {
  const { withInbox, byCodeOnly } = await desksOf(context)
  const inboxes = await Promise.all(withInbox.map(({ insurer, connected }) => inboxOf(insurer, connected)))
  const shown = inboxes.reduce((sum, { referrals }) => sum + referrals.length, 0)
  await inTransaction(context.db, (tx) => record(tx, context, 'referral.looked-up', null, { waiting: shown }))
  return { inboxes, byCodeOnly }
}

async function inboxOf(insurer: InboxOfInsurer['insurer'], { payer, party }: ConnectedPayer): Promise<InboxOfInsurer> {
  const answer = await heard(async () => payer.withoutLines?.referralInbox({ party }))
  if (answer === 'silence' || answer === undefined) return { insurer, state: 'unanswered', message: null, referrals: [] }
  if (answer.outcome === 'refused') return { insurer, state: 'unanswered', message: answer.advice, referrals: [] }
  const referrals = answer.referrals.map((it) => ({ ...ofReferral(it), patientName: it.patientName, isByName: it.to !== null }))
  referrals.sort((a, b) => Number(b.isUrgent) - Number(a.isUrgent) || a.writtenAt.localeCompare(b.writtenAt))
  return { insurer, state: 'answered', message: null, referrals }
}
