import { isDrug } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { ItemChange } from '@noskhe/shared/rules/finding'
import type { Code } from '@noskhe/shared/terminology/code'
import { Undo2 } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { useShortcut } from '../../../ui/use-shortcut.tsx'
import { FindingsList, type Rules } from '../../rules/index.ts'
import { CodeSearch, useSigTerms } from '../../terminology/index.ts'
import { type ComposerItem, newDrug } from './draft.ts'
import { dispatchChanges } from './suggested.ts'
import { ItemForm } from './item-form.tsx'
import { ItemList } from './item-list.tsx'
import type { DraftInHand } from './use-draft.ts'
import { words } from './words.ts'

interface WritingProps {
  it: Prescription
  inHand: DraftInHand
  rules: Rules
  search: RefObject<HTMLInputElement | null>
}

/** The search box, the item being written and those written. After each deed the focus is in the search box again. */
export function Writing({ it, inHand, rules, search }: WritingProps) {
  const { draft, dispatch } = inHand
  const terms = useSigTerms().data?.terms ?? []
  const [written, setWritten] = useState<{ item: ComposerItem; isNew: boolean } | null>(null)
  const [removed, setRemoved] = useState<{ item: ComposerItem; at: number } | null>(null)
  const [said, setSaid] = useState('')
  useShortcut('Mod+KeyK', words.search, () => search.current?.focus())

  const toSearch = () => {
    setWritten(null)
    search.current?.focus()
  }
  const begin = (code: Code) => setWritten({ item: newDrug(code, crypto.randomUUID()), isNew: true })
  const itemOf = (key: string) => draft.items.find((item) => item.key === key)
  const edit = (key: string) => {
    const item = itemOf(key)
    if (item) setWritten({ item, isNew: false })
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
    dispatchChanges(inHand, changes.filter((change) => change.do !== 'remove'))
    search.current?.focus()
  }

  const drug = written && isDrug(written.item) ? { ...written, item: written.item } : null
  const form = drug && <ItemForm key={drug.item.key} {...drug} terms={terms} onDone={done} onCancel={toSearch} />
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <CodeSearch ref={search} kind="drug" size="large" hideLabel autoFocus label={words.search} placeholder={words.searchHint} shortcut="Mod+KeyK" onPick={begin} />
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
          beside={(key) => <FindingsList findings={rules.besideItem(key)} rules={rules} onChanges={applySuggested} />}
        />
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}
