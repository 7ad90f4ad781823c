import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Findings } from '@noskhe/shared/rules/finding'
import type { ActorAtCentre, Context } from '../../context.ts'
import type { Db, Tx } from '../../db/client.ts'
import type { RuleQuestion } from '../../national/clinical-rules/port.ts'
import { findOwn } from '../prescriptions/index.ts'
import { merge } from './merge.ts'
import { draftOf, factsBasisOf, fingerprintOf, printsOf, selectedIn } from './question.ts'
import { findFacts, findGathering, findOverrides, keepGathering, patientKeyOf } from './store.ts'
import type { Gathering, GivenOverride } from './stored.ts'
import { findingsOf } from './view.ts'

/** How long a reason is remembered for a patient and a rule; a month's prescription is renewed without being asked again. */
const REMEMBERED_MS = 30 * 24 * 3_600_000

/** Her own draft. @throws Failure `prescription.not-found` | `prescription.wrong-status` */
export async function findDraft({ db, actor }: Context, id: string): Promise<Prescription> {
  const { prescription } = await findOwn(db, actor, id)
  if (prescription.status !== 'draft') throw new Failure('prescription.wrong-status', { status: prescription.status })
  return prescription
}

/**
 * What the rules say of the draft as it is. While composing, services are asked only where the draft, the facts or a silence
 * gives reason to; before signing, always.
 */
export async function gather(context: Context, it: Prescription, moment: RuleQuestion['moment']): Promise<Findings> {
  const { db, actor, national, now } = context
  const { facts } = await findFacts(db, actor, patientKeyOf(it))
  const [draft, before] = await Promise.all([draftOf(context, it, facts), findGathering(db, actor, it.id)])
  const fingerprint = fingerprintOf(draft)
  const current = before?.fingerprint === fingerprint ? before : null
  if (moment === 'composing' && current !== null && isWhole(current)) return withOverrides(context, it, current)

  const opinions = draft.items.length === 0 ? [] : await national.clinicalRules.ask({ ...draft, moment, selected: selectedIn(draft, before) })
  const gathering: Gathering = {
    fingerprint,
    findings: merge(opinions, draft, current),
    asked: { answers: opinions.map(({ service, title, state }) => ({ service, title, state })), items: printsOf(draft) },
    askedAt: now(),
  }
  await keepGathering(db, actor, it.id, gathering)
  return withOverrides(context, it, gathering)
}

const isWhole = ({ asked: { answers } }: Gathering): boolean => answers.length > 0 && answers.every(({ state }) => state === 'answered')

const withOverrides = async ({ db, actor, now }: Context, it: Prescription, gathering: Gathering): Promise<Findings> =>
  findingsOf({ prescription: it, gathering, ...(await answersAt(db, actor, it, now())) })

/** What she has answered so far, and what of the patient a reason against the insurer rests on now. */
export async function answersAt(db: Db | Tx, actor: ActorAtCentre, it: Prescription, at: Date): Promise<{ overrides: GivenOverride[]; basis: string }> {
  const patient = patientKeyOf(it)
  const overrides = await findOverrides(db, actor, patient, new Date(at.getTime() - REMEMBERED_MS))
  const { facts } = await findFacts(db, actor, patient)
  return { overrides, basis: factsBasisOf(facts) }
}
