import type { Input } from '@noskhe/shared/endpoint'
import type { saveDraft as contract } from '@noskhe/shared/prescriptions/contract'
import { type ItemDraft, type ItemKind, isDrug } from '@noskhe/shared/prescriptions/item'
import type { DraftContent, Prescription } from '@noskhe/shared/prescriptions/prescription'
import { type Code, CodeKind } from '@noskhe/shared/terminology/code'
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

export async function listsFor(context: Context, { items, diagnosisCode }: DraftContent): Promise<Lists> {
  const [codes, diagnoses, terms] = await Promise.all([
    Promise.all([...Map.groupBy(items, ({ kind }) => kind)].map(([kind, its]) => codesOf(context, kind, its))),
    findCodes(context, 'icd10', diagnosesOf({ items, diagnosisCode })),
    sigTerms(context),
  ])
  return { codes: new Map(codes), diagnoses, terms }
}

/** Of the whole, and of the items that say what they are for. */
const diagnosesOf = ({ items, diagnosisCode }: Pick<DraftContent, 'items' | 'diagnosisCode'>): string[] => {
  const ofItems = items.flatMap((item) => (isDrug(item) && item.indication ? [item.indication.code] : []))
  return [...new Set([...(diagnosisCode === null ? [] : [diagnosisCode]), ...ofItems])]
}

/** Of a kind whose list the coding authority does not publish yet there are no codes. */
async function codesOf(context: Context, kind: ItemKind, items: readonly ItemDraft[]): Promise<[ItemKind, ReadonlyMap<string, Code>]> {
  const list = CodeKind.safeParse(kind)
  const codes = list.success ? await findCodes(context, list.data, [...new Set(items.map(({ code }) => code))]) : new Map<string, Code>()
  return [kind, codes]
}
