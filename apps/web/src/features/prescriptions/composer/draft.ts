import { type ItemDraft, type ServiceKind, isDrug, itemsWith } from '@noskhe/shared/prescriptions/item'
import { isOneUnsaid, unitOf } from '@noskhe/shared/prescriptions/directions/units'
import { Diagnosis, type DraftContent, type Prescription } from '@noskhe/shared/prescriptions/prescription'
import { isWrittenAlike } from '@noskhe/shared/prescriptions/written-alike'
import type { Code } from '@noskhe/shared/terminology/code'
import { z } from 'zod'

/** An item as the composer holds it: what is written, and the names by which it is shown. */
const name = z.object({ fa: z.string(), en: z.string() })
export const ComposerItem = itemsWith({ name, strength: z.string(), form: z.string() }, { name })
export type ComposerItem = z.infer<typeof ComposerItem>
export type ComposerDrug = Extract<ComposerItem, { kind: 'drug' }>
export type ComposerService = Exclude<ComposerItem, { kind: 'drug' }>

/** What a device kept while drugs were all there was says no kind. */
const KeptItem = z.preprocess((it) => (it !== null && typeof it === 'object' && !('kind' in it) ? { kind: 'drug', ...it } : it), ComposerItem)

/** What the doctor is writing, ahead of what the server has. */
export interface Draft {
  items: readonly ComposerItem[]
  diagnosis: Diagnosis | null
  noteToPatient: string
}

/** What the device keeps of a draft: all of it, names too, and the revision that it was written on. */
export const KeptDraft = z.object({
  revision: z.int().nonnegative(),
  draft: z.object({ items: z.array(KeptItem), diagnosis: Diagnosis.nullable(), noteToPatient: z.string() }),
})

export type Change =
  | { do: 'add'; item: ComposerItem }
  /** Several at once, which are one step. */
  | { do: 'add-all'; items: readonly ComposerItem[] }
  | { do: 'replace'; item: ComposerItem }
  | { do: 'remove'; key: string }
  /** Puts a removed item back where it was; one that is back already stays where it is. */
  | { do: 'restore'; item: ComposerItem; at: number }
  | { do: 'move'; key: string; by: 1 | -1 }
  | { do: 'diagnose'; diagnosis: Diagnosis | null }
  | { do: 'note'; text: string }
  /** Another tab's newer draft is taken over. */
  | { do: 'take'; draft: Draft }

/** The draft after a change. Pure: the screen, undo and the tests share it. */
export function change(draft: Draft, it: Change): Draft {
  switch (it.do) {
    case 'add':
      return { ...draft, items: added(draft.items, it.item) }
    case 'add-all':
      return { ...draft, items: it.items.reduce(added, draft.items) }
    case 'replace':
      return { ...draft, items: draft.items.map((item) => (item.key === it.item.key ? it.item : item)) }
    case 'remove':
      return { ...draft, items: draft.items.filter((item) => item.key !== it.key) }
    case 'restore':
      return draft.items.some(({ key }) => key === it.item.key) ? draft : { ...draft, items: draft.items.toSpliced(it.at, 0, it.item) }
    case 'move':
      return { ...draft, items: moved(draft.items, it.key, it.by) }
    case 'diagnose':
      return { ...draft, diagnosis: it.diagnosis }
    case 'note':
      return { ...draft, noteToPatient: it.text }
    case 'take':
      return it.draft
  }
}

/** Items of a kind stand together: a new one comes after the last of its kind. */
function added(items: readonly ComposerItem[], item: ComposerItem): readonly ComposerItem[] {
  const last = items.findLastIndex(({ kind }) => kind === item.kind)
  return items.toSpliced(last === -1 ? items.length : last + 1, 0, item)
}

/** Among those of its kind. */
function moved(items: readonly ComposerItem[], key: string, by: 1 | -1): readonly ComposerItem[] {
  const from = items.findIndex((item) => item.key === key)
  const item = items[from]
  const to = from + by
  if (!item || items[to]?.kind !== item.kind) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** A new item for a drug's code: one tablet a time goes without saying, millilitres and drops do not; everything else is still to be said. */
export const newDrug = (code: Code, key: string): ComposerDrug => ({
  kind: 'drug',
  key,
  code: code.code,
  name: { fa: code.nameFa, en: code.nameEn },
  strength: code.strength,
  form: code.form,
  dose: isOneUnsaid(unitOf(code.form, code.strength)) ? '1' : '',
  doseUnit: unitOf(code.form, code.strength),
  frequency: null,
  durationDays: null,
  quantity: null,
  instructions: [],
  asNeeded: false,
  note: '',
})

/** A new item for the code of a service: once, where one time is the rule; the sessions of physiotherapy are to be said. */
export function newService(code: Code & { kind: ServiceKind }, key: string): ComposerService {
  const common = { key, code: code.code, name: { fa: code.nameFa, en: code.nameEn }, note: '' }
  const { kind } = code
  switch (kind) {
    case 'physiotherapy':
      return { kind, ...common, quantity: null }
    case 'physician-service':
    case 'nursing':
      return { kind, ...common, quantity: 1, doneBy: 'orderer' }
    case 'dental':
      return { kind, ...common, quantity: 1, tooth: null, needsTooth: code.needsTooth ?? false }
    case 'lab':
    case 'imaging':
    case 'device':
      return { kind, ...common, quantity: 1 }
  }
}

/** A new item for whatever was found; null for what is not prescribed as an item. */
export function newItem(code: Code, key: string): ComposerItem | null {
  const { kind } = code
  if (kind === 'icd10' || kind === 'specialty') return null
  return kind === 'drug' ? newDrug(code, key) : newService({ ...code, kind }, key)
}

/** What is written of an item, without what it is shown by. */
export function itemContent(item: ComposerItem): ItemDraft {
  const { name: _name, ...written } = item
  if (!isDrug(written)) return written
  const { strength: _strength, form: _form, ...drug } = written
  return drug
}

/** What is sent to be saved. */
export const contentOf = (draft: Draft): DraftContent => ({
  items: draft.items.map(itemContent),
  diagnosisCode: draft.diagnosis?.code ?? null,
  noteToPatient: draft.noteToPatient,
})

/** The draft as the server has it. */
export const draftOf = (it: Prescription): Draft => ({
  items: it.items.map((item) => ComposerItem.parse(item)),
  diagnosis: it.diagnosis,
  noteToPatient: it.noteToPatient,
})

/** Whether the server has just this content. */
export const hasContent = (it: Prescription, content: DraftContent): boolean =>
  it.diagnosis?.code === (content.diagnosisCode ?? undefined) &&
  it.noteToPatient === content.noteToPatient &&
  it.items.length === content.items.length &&
  content.items.every((item, place) => {
    const kept = it.items[place]
    return kept !== undefined && isWrittenAlike(item, kept)
  })
