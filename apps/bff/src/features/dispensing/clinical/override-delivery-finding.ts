import type { overrideDeliveryFinding as contract } from '@noskhe/shared/dispensing/contract'
import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Findings } from '@noskhe/shared/rules/finding'
import type { Context } from '../../../context.ts'
import { inTransaction } from '../../../db/transaction.ts'
import { record } from '../../audit/index.ts'
import { enqueueFeedback } from '../../rules/index.ts'
import { find } from '../store.ts'
import { findingsOf } from './ask-rules.ts'
import { findGathering, giveOverride, withdrawOverride } from './store.ts'

/** Keeps her reason for handing over in spite of a finding with the delivery, or takes it back; the service is told. */
export async function overrideDeliveryFinding(context: Context, { id, finding: key, reason: code, note }: Input<typeof contract>): Promise<Findings> {
  const { db, actor, now } = context
  const it = await find(db, actor.at.centreId, id)
  if (it.state !== 'prepared') throw new Failure('delivery.wrong-status')
  const finding = (await findGathering(db, it))?.findings.find((said) => said.key === key)
  if (!finding) throw new Failure('rules.finding-gone')
  const reason = finding.overrideReasons.find((offered) => offered.code === code)
  if (code !== null && !reason) throw new Failure('rules.not-overridable')
  await inTransaction(db, async (tx) => {
    const at = now()
    if (!reason) {
      if ((await withdrawOverride(tx, it, key)) > 0) await record(tx, context, 'rule.override-withdrawn', id, { finding: key })
      return
    }
    await giveOverride(tx, it, key, { reason, note, givenAt: at.toISOString(), isRemembered: false }, actor.personId)
    await record(tx, context, 'rule.overridden', id, { finding: key, weight: finding.weight, reason: reason.code })
    for (const { service, card, systems } of finding.from) {
      if (card === null) continue
      const outcome = { kind: 'overridden' as const, reason: { code: reason.code, system: systems[reason.code] ?? null }, note }
      await enqueueFeedback(tx, actor, service, { card, at: at.toISOString(), outcome }, at)
    }
  })
  return findingsOf(context, it)
}
