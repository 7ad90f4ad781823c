import type { Input, Output } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { acceptSuggestion as contract } from '@noskhe/shared/rules/contract'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { findDraft } from './gather.ts'
import { findingIn } from './override-finding.ts'
import { enqueueFeedback, findGathering } from './store.ts'

/** Has the service told that its suggestion was taken; a card or suggestion without a name cannot be spoken of. */
export async function acceptSuggestion(context: Context, { id, finding: key, suggestion }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { db, actor, now } = context
  const draft = await findDraft(context, id)
  const finding = findingIn(await findGathering(db, actor, draft.id), key)
  const origin = finding.from.find(({ suggestions }) => suggestions.includes(suggestion))
  if (!origin) throw new Failure('rules.finding-gone')
  const { service, card } = origin
  const isTold = card !== null && !suggestion.startsWith('#')
  await inTransaction(db, async (tx) => {
    const at = now()
    await record(tx, context, 'rule.suggestion-accepted', draft.id, { finding: key })
    if (isTold) await enqueueFeedback(tx, actor, service, { card, at: at.toISOString(), outcome: { kind: 'accepted', suggestion } }, at)
  })
  return { isTold }
}
