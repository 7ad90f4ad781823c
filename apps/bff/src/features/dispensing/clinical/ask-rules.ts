import type { DeliveryLine } from '@noskhe/shared/dispensing/order'
import { Failure } from '@noskhe/shared/failure'
import { type Findings, type Override, type OverrideReason, isStopping } from '@noskhe/shared/rules/finding'
import type { Context } from '../../../context.ts'
import type { Tx } from '../../../db/client.ts'
import { inTransaction } from '../../../db/transaction.ts'
import type { RuleDrug, RuleQuestion } from '../../../national/clinical-rules/port.ts'
import { record } from '../../audit/index.ts'
import { type StoredFinding, factsOf, heardOf, merge, shown } from '../../rules/index.ts'
import { findCodes } from '../../terminology/index.ts'
import { type StoredDelivery, listGivenTo } from '../store.ts'
import { type DeliveryGathering, findGathering, findOverrides, keepGathering, withdrawOverride } from './store.ts'

/** As long as a month's supply lasts: what was given before it is hardly taken any more. */
const TAKEN_FOR_MS = 30 * 24 * 3_600_000

/** A pharmacist may always have asked the prescriber; it is no reason against what nothing makes right. */
const consulted: OverrideReason = { code: 'noskhe:prescriber-consulted', display: 'با پزشک تجویزکننده هماهنگ شد' }

/**
 * What the rules say of a delivery (8-7, before service). They are asked while it is prepared, until all have answered; of a
 * delivery that went its way, what had been said of it stands.
 */
export async function findingsOf(context: Context, it: StoredDelivery): Promise<Findings> {
  const before = await findGathering(context.db, it)
  const gathering = it.state === 'prepared' && !isWhole(before) ? await ask(context, it, before) : before
  if (gathering === null) return { revision: it.revision, state: 'not-checked', silent: [], askedAt: null, findings: [], acknowledged: [] }
  const overrides = await findOverrides(context.db, it)
  const findings = gathering.findings.map((finding) => shown(finding, reasonAgainst(finding, overrides.get(finding.key))))
  return { revision: it.revision, ...heardOf(gathering), findings, acknowledged: [] }
}

/**
 * Only a refusal without a reason stops a hand-over; a silence is kept as one and stops nothing.
 * @throws Failure `rules.refused` with the lines' ids
 */
export async function assertRulesAllow(context: Context, it: StoredDelivery): Promise<void> {
  const stopping = (await findingsOf(context, it)).findings.filter(isStopping)
  if (stopping.length === 0) return
  throw new Failure('rules.refused', { items: [...new Set(stopping.flatMap(({ about }) => about))], reason: stopping.map(({ summary }) => summary).join('؛ ') })
}

const isWhole = (it: DeliveryGathering | null): boolean => it !== null && it.asked.answers.length > 0 && it.asked.answers.every(({ state }) => state === 'answered')

/** A reason that the finding no longer offers is none. */
const reasonAgainst = ({ overrideReasons }: StoredFinding, given: Override | undefined): Override | null =>
  given && overrideReasons.some(({ code }) => code === given.reason.code) ? given : null

async function ask(context: Context, it: StoredDelivery, before: DeliveryGathering | null): Promise<DeliveryGathering> {
  const { db, national, now } = context
  const question = await questionOf(context, it)
  const opinions = question.items.length === 0 ? [] : await national.clinicalRules.ask(question)
  const gathering: DeliveryGathering = {
    findings: merge(opinions, question, before).map(atCounter),
    asked: { answers: opinions.map(({ service, title, state }) => ({ service, title, state })), items: {} },
    askedAt: now(),
  }
  await inTransaction(db, async (tx) => {
    await keepGathering(tx, it, gathering)
    if (before !== null) await withdrawGroundless(tx, context, it, before, gathering)
  })
  return gathering
}

/** What is handed over is the prescriber's to change. */
const atCounter = (finding: StoredFinding): StoredFinding => ({
  ...finding,
  suggestions: [],
  overrideReasons: finding.overrideReasons.length > 0 ? [consulted, ...finding.overrideReasons.filter(({ code }) => code !== consulted.code)] : [],
})

/** Another basis is another question: a reason against a warning says nothing of the refusal that it has become. */
async function withdrawGroundless(tx: Tx, context: Context, it: StoredDelivery, before: DeliveryGathering, { findings }: DeliveryGathering): Promise<void> {
  const basisBefore = new Map(before.findings.map(({ key, basis }) => [key, basis]))
  for (const { key } of findings.filter((finding) => finding.basis !== basisBefore.get(finding.key))) {
    if ((await withdrawOverride(tx, it, key)) > 0) await record(tx, context, 'rule.override-withdrawn', it.id, { finding: key })
  }
}

/** Her age and sex are not known at a counter: rules about them say nothing there. */
async function questionOf(context: Context, it: StoredDelivery): Promise<RuleQuestion> {
  const { db, actor, now } = context
  const earlier = await listGivenTo(db, it, new Date(now().getTime() - TAKEN_FOR_MS))
  const given = it.lines.filter((line) => line.isGiven)
  const others = earlier.flatMap(({ lines }) => lines.filter((line) => line.isGiven))
  const drugs = await findCodes(context, 'drug', [...new Set([...given, ...others].map(({ code }) => code))])
  const drugOf = ({ id, code, name, quantity }: DeliveryLine): RuleDrug => ({
    kind: 'drug', key: id, code, name, quantity, atc: drugs.get(code)?.atc ?? null, directions: '', dose: null, doseUnit: '', timesPerDay: null, asNeeded: false, durationDays: null,
  })
  return {
    moment: 'dispensing',
    encounterId: it.id,
    practitionerId: actor.personId,
    patient: { gender: null, birthDate: null, ...(await factsOf(context, it.ref.identity)) },
    items: given.map(drugOf),
    selected: [],
    alongside: others.map(drugOf),
    diagnosis: null,
  }
}
