import { isDrug, itemKinds } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { ItemChange } from '@noskhe/shared/rules/finding'
import type { Code, SigTerm } from '@noskhe/shared/terminology/code'
import { Undo2 } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { useShortcut } from '../../../ui/use-shortcut.tsx'
import { PinButton, useOffers } from '../../favourites/index.ts'
import { FindingsList, type Rules, usePatientFacts } from '../../rules/index.ts'
import { CodeSearch, useSigTerms } from '../../terminology/index.ts'
import { type ComposerDrug, type ComposerItem, itemContent, newItem } from './draft.ts'
import { dispatchChanges } from './suggested.ts'
import { takenItem } from './taken-item.ts'
import { ItemForm } from './item-form.tsx'
import { KindSwitch, type SearchedKind, searchWords } from './kind-switch.tsx'
import { ServiceForm } from './service-form.tsx'
import { ItemList } from './item-list.tsx'
import type { DraftInHand } from './use-draft.ts'
import { words } from './words.ts'

/** An item that is being written; `typed` is what stood behind it where it was found. */
export interface Begun {
  item: ComposerItem
  isNew: boolean
  typed?: string
}

interface WritingProps {
  it: Prescription
  inHand: DraftInHand
  rules: Rules
  search: RefObject<HTMLInputElement | null>
  begun: Begun | null
  setBegun: (begun: Begun | null) => void
  toFinish: (item: ComposerDrug) => void
}

/** The search box, the item being written and those written. After each deed the focus is in the search box again. */
export function Writing({ it, inHand, rules, search, begun, setBegun, toFinish }: WritingProps) {
  const { draft, dispatch } = inHand
  const terms = useSigTerms().data?.terms ?? []
  const facts = usePatientFacts(it.id)
  const [taken, setRemoved] = useState<{ item: ComposerItem; at: number } | null>(null)
  const itemOf = (key: string) => draft.items.find((item) => item.key === key)
  // Undo, or another tab, may have taken away what was being changed, and have brought back what was removed.
  const written = begun && (begun.isNew || itemOf(begun.item.key)) ? begun : null
  const removed = taken && !itemOf(taken.item.key) ? taken : null
  const [said, setSaid] = useState('')
  const [kind, setKind] = useState<SearchedKind>('all')
  useShortcut('Mod+KeyK', words.search, () => search.current?.focus())

  const toSearch = () => {
    setBegun(null)
    search.current?.focus()
  }
  const begin = (code: Code, typed: string) => {
    const item = newItem(code, crypto.randomUUID())
    if (item) setBegun({ item, isNew: true, typed })
  }
  const offers = useOffers({ id: it.id, diagnosisCode: it.diagnosis?.code ?? null, inDraft: draft.items }, (item) => {
    dispatch({ do: 'add', item: takenItem(item) })
    setSaid(words.added(item.name.fa))
    setRemoved(null)
  })
  const edit = (key: string) => {
    const item = itemOf(key)
    if (item) setBegun({ item, isNew: false })
  }
  const done = (item: ComposerItem) => {
    dispatch({ do: written?.isNew ? 'add' : 'replace', item })
    setSaid(written?.isNew ? words.added(item.name.fa) : '')
    setRemoved(null)
    toSearch()
  }
  const remove = (key: string) => {
    const at = draft.items.findIndex((item) => item.key === key)
    const item = draft.items[at]
    if (!item) return
    dispatch({ do: 'remove', key })
    search.current?.focus()
    setRemoved({ item, at })
  }
  const putBack = () => {
    if (removed) dispatch({ do: 'restore', ...removed })
    setRemoved(null)
    search.current?.focus()
  }
  const setQuantity = (key: string, quantity: number) => {
    const item = itemOf(key)
    if (item) dispatch({ do: 'replace', item: { ...item, quantity } })
    search.current?.focus()
  }

  const applySuggested = (changes: readonly ItemChange[]) => {
    for (const change of changes) if (change.do === 'remove') remove(change.key)
    dispatchChanges({ draft, dispatch, toFinish }, changes.filter((change) => change.do !== 'remove'))
    search.current?.focus()
  }

  const form = written && <Form {...written} terms={terms} weightKg={facts.data?.facts.weightKg ?? null} onDone={done} onCancel={toSearch} />
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <KindSwitch kind={kind} onChange={setKind} onDone={() => search.current?.focus()} />
      <CodeSearch ref={search} kind={kind === 'all' ? itemKinds : kind} size="large" hideLabel autoFocus label={searchWords(kind)} placeholder={words.searchHint} shortcut="Mod+KeyK" empty={offers} onPick={begin} />
      {written?.isNew && form}
      <div role="status" className="empty:hidden">
        {removed && (
          <p className="flex flex-wrap items-center justify-between gap-2 rounded border border-dashed border-edge px-4 py-2 text-quiet">
            {words.removed(removed.item.name.fa)}
            <Button size="small" icon={Undo2} onPress={putBack}>
              {words.putBack}
            </Button>
          </p>
        )}
      </div>
      {(draft.items.length > 0 || !written) && (
        <ItemList
          items={draft.items}
          answered={it.items}
          terms={terms}
          isChecking={inHand.isChecking}
          edited={written && !written.isNew ? { key: written.item.key, form } : null}
          onEdit={edit}
          onRemove={remove}
          onMove={(key, by) => dispatch({ do: 'move', key, by })}
          onQuantity={setQuantity}
          onCheckAgain={() => void inHand.checkAgain()}
          also={(item) => <PinButton item={itemContent(item)} name={item.name.fa} />}
          beside={(key) => <FindingsList findings={rules.besideItem(key)} rules={rules} onChanges={applySuggested} />}
        />
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}

interface FormProps {
  item: ComposerItem
  isNew: boolean
  typed?: string
  weightKg: string | null
  terms: readonly SigTerm[]
  onDone: (item: ComposerItem) => void
  onCancel: () => void
}

/** What is asked of an item is its kind's. */
function Form({ item, terms, typed = '', weightKg, ...props }: FormProps) {
  if (isDrug(item)) return <ItemForm key={item.key} item={item} {...{ terms, typed, weightKg }} {...props} />
  return <ServiceForm key={item.key} item={item} {...props} />
}
