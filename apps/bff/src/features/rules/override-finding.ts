import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { overrideFinding as contract } from '@noskhe/shared/rules/contract'
import type { Findings } from '@noskhe/shared/rules/finding'
import type { Context } from '../../context.ts'
import type { Tx } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { findDraft, overridesAt } from './gather.ts'
import { enqueueFeedback, findGathering, giveOverride, patientKeyOf, withdrawOverrides } from './store.ts'
import type { Gathering, StoredFinding } from './stored.ts'
import { findingsOf } from './view.ts'

type Asked = Input<typeof contract>

/**
 * Keeps her reason for going on in spite of a finding, or takes it back. It stands for this patient and rule until what it
 * rests on changes; each service that said so is told.
 */
export async function overrideFinding(context: Context, asked: Asked): Promise<Findings> {
  const { db, actor, now } = context
  const draft = await findDraft(context, asked.id)
  const gathering = await findGathering(db, actor, draft.id)
  const finding = findingIn(gathering, asked.finding)
  await inTransaction(db, (tx) => (asked.reason === null ? withdraw(tx, context, draft, finding) : give(tx, context, draft, finding, asked)))
  return findingsOf({ prescription: draft, gathering, overrides: await overridesAt(db, actor, draft, now()) })
}

/** @throws Failure `rules.finding-gone` */
export function findingIn(gathering: Gathering | null, key: string): StoredFinding {
  const finding = gathering?.findings.find((it) => it.key === key)
  if (!finding) throw new Failure('rules.finding-gone')
  return finding
}

async function give(tx: Tx, context: Context, draft: Prescription, finding: StoredFinding, { reason: code, note }: Asked): Promise<void> {
  const { actor, now } = context
  const at = now()
  const reason = finding.overrideReasons.find((it) => it.code === code)
  if (!reason) throw new Failure('rules.not-overridable')
  const { key: findingKey, basis } = finding
  await withdrawOverrides(tx, actor, patientKeyOf(draft), findingKey, at)
  await giveOverride(tx, actor, patientKeyOf(draft), {
    prescriptionId: draft.id, findingKey, basis, reasonCode: reason.code, reasonDisplay: reason.display, note, givenAt: at,
  })
  await record(tx, context, 'rule.overridden', draft.id, { finding: findingKey, weight: finding.weight, reason: reason.code })
  for (const { service, card, systems } of finding.from) {
    if (card === null) continue
    const outcome = { kind: 'overridden' as const, reason: { code: reason.code, system: systems[reason.code] ?? null }, note }
    await enqueueFeedback(tx, actor, service, { card, at: at.toISOString(), outcome }, at)
  }
}

async function withdraw(tx: Tx, context: Context, draft: Prescription, { key }: StoredFinding): Promise<void> {
  const count = await withdrawOverrides(tx, context.actor, patientKeyOf(draft), key, context.now())
  if (count > 0) await record(tx, context, 'rule.override-withdrawn', draft.id, { finding: key })
}
