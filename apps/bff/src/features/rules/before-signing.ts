import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { isStopping } from '@noskhe/shared/rules/finding'
import { type SignedRules, signedRulesOf } from '@noskhe/shared/rules/signed-rules'
import type { ActorAtCentre, Context } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'
import { answersAt, gather } from './gather.ts'
import { findGathering } from './store.ts'
import { findingsOf } from './view.ts'

/**
 * Asks the rules once more (8-7, before signing). Only a refusal without a reason stops her; what was not checked is signed as
 * not checked. What takes a prescription back orders nothing, and nobody is asked.
 * @throws Failure `rules.refused` with the items' keys
 */
export async function assertRulesAllow(context: Context, it: Prescription): Promise<void> {
  if (it.items.length === 0) return
  const { findings } = await gather(context, it, 'signing')
  const stopping = findings.filter(isStopping)
  if (stopping.length === 0) return
  const about = new Set(stopping.flatMap((finding) => finding.about))
  throw new Failure('rules.refused', { items: [...about], reason: stopping.map(({ summary }) => summary).join('؛ ') })
}

/** What the rules had said and she had answered, for the document that is signed; as of `at`, so that its bytes can be made again. */
export async function rulesForDocument(db: Db | Tx, actor: ActorAtCentre, it: Prescription, at: Date): Promise<SignedRules | undefined> {
  if (it.items.length === 0) return undefined
  const gathering = await findGathering(db, actor, it.id)
  return signedRulesOf(findingsOf({ prescription: it, gathering, ...(await answersAt(db, actor, it, at)) }))
}
