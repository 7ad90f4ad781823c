import { Failure } from '@noskhe/shared/failure'
import type { DraftContent } from '@noskhe/shared/prescriptions/prescription'
import { type DrugDraft, type ItemDraft, type ItemKind, type ServiceDraft, isDrug } from '@noskhe/shared/prescriptions/item'
import { supplyInWords } from '@noskhe/shared/prescriptions/directions/supply'
import { readBack, serviceReadBack } from '@noskhe/shared/prescriptions/read-back'
import type { Code, SigTerm } from '@noskhe/shared/terminology/code'
import type { StoredContent, StoredItem } from './stored.ts'

/** Our copy of the national lists, as far as a draft speaks of it. */
export interface Lists {
  /** Of each kind that the draft has items of, by code. */
  codes: ReadonlyMap<ItemKind, ReadonlyMap<string, Code>>
  diagnoses: ReadonlyMap<string, Code>
  terms: readonly SigTerm[]
}

/**
 * What the composer wrote, completed from the national lists: names, of a drug its strength, form and route, and the
 * directions in words. None of these is ever taken from the browser.
 * @throws Failure `terminology.code-unknown` | `terminology.code-retired` with the code; `request.invalid` for a key used twice.
 */
export function writeContent({ items, diagnosisCode, noteToPatient }: DraftContent, lists: Lists): StoredContent {
  if (new Set(items.map(({ key }) => key)).size < items.length) throw new Failure('request.invalid', { fields: ['content.items: key'] })
  const diagnosis = diagnosisCode === null ? null : current(lists.diagnoses, diagnosisCode)
  return {
    items: items.map((item) => writeItem(item, lists)),
    diagnosis: diagnosis && { code: diagnosis.code, title: diagnosis.nameFa || diagnosis.nameEn },
    noteToPatient,
  }
}

function writeItem(item: ItemDraft, lists: Lists): StoredItem {
  const code = current(lists.codes.get(item.kind) ?? new Map<string, Code>(), item.code)
  return isDrug(item) ? writeDrug(item, code, lists) : writeService(item, code)
}

function writeDrug({ indication, ...item }: DrugDraft, drug: Code, { terms, diagnoses }: Lists): StoredItem {
  const stretches = [item, ...(item.then ?? [])]
  for (const { frequency } of stretches) if (frequency !== null) say(terms, 'freq', frequency)
  const said = { ...item, form: drug.form }
  const isFor = indication && current(diagnoses, indication.code)
  const known = isFor && { code: isFor.code, title: isFor.nameFa || isFor.nameEn }
  const supply = supplyInWords({ ...item, ...(known && { indication: known }) })
  return {
    ...item,
    ...(known && { indication: known }),
    name: { fa: drug.nameFa, en: drug.nameEn },
    strength: drug.strength,
    form: drug.form,
    route: drug.route,
    readBack: [readBack(said, terms), supply].filter(Boolean).join('؛ '),
    consumption: readBack({ ...said, instructions: [] }, terms),
    instruction: item.instructions.map((code) => say(terms, 'instr', code)).join('، '),
  }
}

function writeService(item: ServiceDraft, { nameFa, nameEn, needsTooth = false }: Code): StoredItem {
  const words = serviceReadBack(item)
  const known = { name: { fa: nameFa, en: nameEn }, readBack: words, consumption: words, instruction: '' }
  return item.kind === 'dental' ? { ...item, ...known, needsTooth } : { ...item, ...known }
}

function current(list: ReadonlyMap<string, Code>, code: string): Code {
  const known = list.get(code)
  if (!known) throw new Failure('terminology.code-unknown', { code })
  if (!known.isCurrent) throw new Failure('terminology.code-retired', { code })
  return known
}

function say(terms: readonly SigTerm[], kind: SigTerm['kind'], code: string): string {
  const term = terms.find((it) => it.kind === kind && it.code === code)
  if (!term) throw new Failure('terminology.code-unknown', { code })
  return term.fa
}
