import type { Input } from '@noskhe/shared/endpoint'
import type { saveDraft as contract } from '@noskhe/shared/prescriptions/contract'
import type { DraftContent, Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Context } from '../../context.ts'
import { currentRelease, findCodes, sigTerms } from '../terminology/index.ts'
import { find, keyOf, move } from './store.ts'
import { type Lists, writeContent } from './write-items.ts'

/** Keeps the draft as the composer has it, if nobody saved since `revision`; asks nobody outside. */
export async function saveDraft(context: Context, { id, revision, content }: Input<typeof contract>): Promise<Prescription> {
  const { actor, db, now } = context
  const key = keyOf(actor, id)
  await move(db, key, {
    step: 'save',
    guard: { from: 'draft', revision },
    change: {
      content: writeContent(content, await listsFor(context, content)),
      terminologyRelease: await currentRelease(context),
      revision: revision + 1,
      savedAt: now(),
    },
  })
  return (await find(db, key)).prescription
}

async function listsFor(context: Context, { items, diagnosisCode }: DraftContent): Promise<Lists> {
  const [drugs, diagnoses, terms] = await Promise.all([
    findCodes(context, 'drug', [...new Set(items.map(({ code }) => code))]),
    findCodes(context, 'icd10', diagnosisCode === null ? [] : [diagnosisCode]),
    sigTerms(context),
  ])
  return { drugs, diagnoses, terms }
}
