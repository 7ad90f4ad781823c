import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { overrideFinding as contract } from '@noskhe/shared/rules/contract'
import { type Findings, type OverrideReason, type Weight, insurerReasons } from '@noskhe/shared/rules/finding'
import type { Context } from '../../context.ts'
import type { Tx } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { insurerWarningsIn } from './acknowledged.ts'
import { answersAt, findDraft } from './gather.ts'
import { nameOf } from './question.ts'
import { enqueueFeedback, findGathering, giveOverride, patientKeyOf, withdrawOverrides } from './store.ts'
import type { Gathering, StoredFinding } from './stored.ts'
import { findingsOf } from './view.ts'

type Asked = Input<typeof contract>

/** What a reason is given against. An insurer has no ear for reasons: `from` is then empty. */
interface Objection {
  key: string
  basis: string
  weight: Weight
  reasons: readonly OverrideReason[]
  from: StoredFinding['from']
  /** As the audit trail has it: a name that holds no words. */
  audited: string
}

/**
 * Keeps her reason for going on in spite of a finding or of an insurer's warning, or takes it back. It stands for this patient
 * and rule until what it rests on changes; each service that said so is told.
 */
export async function overrideFinding(context: Context, asked: Asked): Promise<Findings> {
  const { db, actor, now } = context
  const draft = await findDraft(context, asked.id)
  const gathering = await findGathering(db, actor, draft.id)
  const { basis } = await answersAt(db, actor, draft, now())
  const objection = objectionIn(draft, gathering, { key: asked.finding, basis })
  await inTransaction(db, (tx) => (asked.reason === null ? withdraw(tx, context, draft, objection) : give(tx, context, draft, objection, asked)))
  return findingsOf({ prescription: draft, gathering, ...(await answersAt(db, actor, draft, now())) })
}

/** @throws Failure `rules.finding-gone` */
export function findingIn(gathering: Gathering | null, key: string): StoredFinding {
  const finding = gathering?.findings.find((it) => it.key === key)
  if (!finding) throw new Failure('rules.finding-gone')
  return finding
}

/** @throws Failure `rules.finding-gone` where neither the rules nor the insurer say so of the draft as it is */
function objectionIn(draft: Prescription, gathering: Gathering | null, { key, basis }: { key: string; basis: string }): Objection {
  if (insurerWarningsIn(draft).some((it) => it.key === key)) {
    return { key, basis, weight: 'warning', reasons: insurerReasons, from: [], audited: nameOf(key) }
  }
  const { basis: ofFinding, weight, overrideReasons, from } = findingIn(gathering, key)
  return { key, basis: ofFinding, weight, reasons: overrideReasons, from, audited: key }
}

async function give(tx: Tx, context: Context, draft: Prescription, it: Objection, { reason: code, note }: Asked): Promise<void> {
  const { actor, now } = context
  const at = now()
  const reason = it.reasons.find((offered) => offered.code === code)
  if (!reason) throw new Failure('rules.not-overridable')
  await withdrawOverrides(tx, actor, patientKeyOf(draft), it.key, at)
  await giveOverride(tx, actor, patientKeyOf(draft), {
    prescriptionId: draft.id, findingKey: it.key, basis: it.basis, reasonCode: reason.code, reasonDisplay: reason.display, note, givenAt: at,
  })
  await record(tx, context, 'rule.overridden', draft.id, { finding: it.audited, weight: it.weight, reason: reason.code })
  for (const { service, card, systems } of it.from) {
    if (card === null) continue
    const outcome = { kind: 'overridden' as const, reason: { code: reason.code, system: systems[reason.code] ?? null }, note }
    await enqueueFeedback(tx, actor, service, { card, at: at.toISOString(), outcome }, at)
  }
}

async function withdraw(tx: Tx, context: Context, draft: Prescription, { key, audited }: Objection): Promise<void> {
  const count = await withdrawOverrides(tx, context.actor, patientKeyOf(draft), key, context.now())
  if (count > 0) await record(tx, context, 'rule.override-withdrawn', draft.id, { finding: audited })
}
