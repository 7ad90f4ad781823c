import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { Act, ActDraft } from '@noskhe/shared/prescriptions/act'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { saveAct as contract } from '@noskhe/shared/referrals/contract'
import type { Context } from '../../../context.ts'
import { find, keyOf, move } from '../store.ts'
import { diagnosisOf } from './diagnosis.ts'

/**
 * Keeps the act of a draft as the composer has it, if nobody saved since `revision`; asks nobody outside. What is chosen must be
 * of what the payer offered when it was begun, whose words are kept with it.
 * @throws Failure `request.invalid` for another kind of act, or a choice that was not offered
 */
export async function saveAct(context: Context, { id, revision, act: draft, diagnosisCode }: Input<typeof contract>): Promise<Prescription> {
  const { actor, db, now } = context
  const key = keyOf(actor, id)
  const it = await find(db, key)
  if (it.act === null) throw new Failure('prescription.wrong-status', { status: it.prescription.status })
  const { noteToPatient } = it.prescription
  const diagnosis = diagnosisCode === null ? null : await diagnosisOf(context, diagnosisCode)
  await move(db, key, {
    step: 'save',
    guard: { from: 'draft', revision },
    change: {
      act: { ...it.act, act: written(it.act.act, draft) },
      content: { items: [...it.items], diagnosis, noteToPatient },
      revision: revision + 1,
      savedAt: now(),
    },
  })
  return (await find(db, key)).prescription
}

function written(act: Act, draft: ActDraft): Act {
  if (act.kind === 'referral' && draft.kind === 'referral') {
    const specialty = draft.specialty === null ? null : offered(act.specialties, draft.specialty, 'act.specialty')
    if (draft.to !== null && !act.canNameColleague) throw new Failure('request.invalid', { fields: ['act.to'] })
    return { ...act, specialty, to: draft.to, reason: draft.reason, isUrgent: draft.isUrgent }
  }
  if (act.kind === 'feedback' && draft.kind === 'feedback') {
    for (const { question, answer } of draft.answers) offered(offered(act.questions, question, 'act.answers').answers, answer, 'act.answers')
    if (new Set(draft.answers.map(({ question }) => question)).size < draft.answers.length) throw new Failure('request.invalid', { fields: ['act.answers'] })
    return { ...act, text: draft.text, answers: draft.answers }
  }
  if (act.kind === 'hospitalisation' && draft.kind === 'hospitalisation') return draft
  if (act.kind === 'visit' && draft.kind === 'visit') return draft
  throw new Failure('request.invalid', { fields: ['act.kind'] })
}

function offered<T extends { code: string }>(list: readonly T[], code: string, field: string): T {
  const found = list.find((it) => it.code === code)
  if (!found) throw new Failure('request.invalid', { fields: [field] })
  return found
}
