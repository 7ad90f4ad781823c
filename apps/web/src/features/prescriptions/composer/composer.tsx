import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { Code } from '@noskhe/shared/terminology/code'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { sayProblem } from '../../../i18n/problem-message.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useShortcut } from '../../../ui/use-shortcut.tsx'
import { CodeSearch, useSigTerms } from '../../terminology/index.ts'
import { useDiscardDraft, usePrescription } from '../queries.ts'
import { type ComposerItem, newItem } from './draft.ts'
import { ItemForm } from './item-form.tsx'
import { ItemList } from './item-list.tsx'
import { PatientPanel } from './patient-panel.tsx'
import { Summary } from './summary.tsx'
import { type DraftInHand, useDraft } from './use-draft.ts'
import { keepLook, words } from './words.ts'

/** The prescriber's desk: patient, the item being written and those written, the prescription as a whole. */
export function Composer({ it: first }: { it: Prescription }) {
  const inHand = useDraft(first)
  const it = usePrescription(first.id).data ?? first
  const name = `${it.patient.person.firstName} ${it.patient.person.lastName}`
  return (
    <div className="flex w-full flex-col gap-4">
      <PageHeader title={`نسخه برای ${name}`} hidden />
      <Standing it={it} inHand={inHand} />
      <div className="grid items-start gap-4 lg:grid-cols-[15rem_minmax(0,1fr)_20rem]">
        <PatientPanel it={it} />
        <Writing it={it} inHand={inHand} />
        <Whole it={it} inHand={inHand} name={name} />
      </div>
    </div>
  )
}

/** How the draft stands with the server, and what the insurer said when it last refused it. */
function Standing({ it, inHand }: { it: Prescription; inHand: DraftInHand }) {
  return (
    <>
      {it.refusal && (
        <Notice tone="refusal" title={words.refused}>
          {it.refusal}
        </Notice>
      )}
      {inHand.state === 'conflict' && (
        <Notice
          tone="warning"
          announce="alert"
          title={words.conflictTitle}
          actions={
            <>
              <Button onPress={() => void inHand.keepMine()}>{words.keepMine}</Button>
              <Button onPress={() => void inHand.takeTheirs()}>{words.takeTheirs}</Button>
            </>
          }
        >
          {words.conflictBody}
        </Notice>
      )}
    </>
  )
}

function Writing({ it, inHand }: { it: Prescription; inHand: DraftInHand }) {
  const { draft, dispatch } = inHand
  const terms = useSigTerms().data?.terms ?? []
  const search = useRef<HTMLInputElement>(null)
  const [written, setWritten] = useState<{ item: ComposerItem; isNew: boolean } | null>(null)
  useShortcut('Mod+KeyK', words.search, () => search.current?.focus())

  const toSearch = () => {
    setWritten(null)
    search.current?.focus()
  }
  const begin = (code: Code) => setWritten({ item: newItem(code, crypto.randomUUID()), isNew: true })
  const edit = (key: string) => {
    const item = draft.items.find((other) => other.key === key)
    if (item) setWritten({ item, isNew: false })
  }
  const done = (item: ComposerItem) => {
    dispatch({ do: written?.isNew ? 'add' : 'replace', item })
    toSearch()
  }
  const remove = (key: string) => {
    const at = draft.items.findIndex((other) => other.key === key)
    const item = draft.items[at]
    if (!item) return
    dispatch({ do: 'remove', key })
    toast({ title: words.removed(item.name.fa), undo: () => dispatch({ do: 'restore', item, at }) })
  }
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <CodeSearch ref={search} kind="drug" size="large" hideLabel autoFocus label={words.search} placeholder={words.searchHint} shortcut="Mod+KeyK" onPick={begin} />
      {written && <ItemForm key={written.item.key} {...written} terms={terms} onDone={done} onCancel={toSearch} />}
      <ItemList
        items={draft.items}
        answered={it.items}
        terms={terms}
        isChecking={inHand.isChecking}
        onEdit={edit}
        onRemove={remove}
        onMove={(key, by) => dispatch({ do: 'move', key, by })}
        onQuantity={(key, quantity) => {
          const item = draft.items.find((other) => other.key === key)
          if (item) dispatch({ do: 'replace', item: { ...item, quantity } })
        }}
        onCheckAgain={() => void inHand.checkAgain()}
      />
      <p role="status" className="text-sm text-quiet">
        {keepLook[inHand.state]}
      </p>
    </div>
  )
}

function Whole({ it, inHand, name }: { it: Prescription; inHand: DraftInHand; name: string }) {
  const navigate = useNavigate()
  const discard = useDiscardDraft()
  const [isReviewing, setReviewing] = useState(false)
  const [isLeft, setLeft] = useState(false)
  const [isAsking, setAsking] = useState(false)

  const review = async () => {
    if (isReviewing || inHand.draft.items.length === 0) return
    setReviewing(true)
    setLeft(false)
    const isKept = await inHand.flush()
    setReviewing(false)
    if (isKept) void navigate(paths.review(it.id))
    else setLeft(true)
  }
  useShortcut('Mod+Enter', words.review, () => void review())

  return (
    <div className="flex flex-col gap-3 lg:sticky lg:top-18">
      <Summary it={it} draft={inHand.draft} isReviewing={isReviewing} dispatch={inHand.dispatch} onReview={() => void review()} onDiscard={() => setAsking(true)} />
      {isLeft && (
        <Notice tone="warning" announce="alert">
          {words.notFlushed}
        </Notice>
      )}
      {discard.isError && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(discard.error)}
        </Notice>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={words.discardTitle(name)}
        body={words.discardBody}
        confirmLabel={words.discard}
        pending={discard.isPending}
        onConfirm={() => {
          void inHand.flush().then(() =>
            discard.mutate(
              { id: it.id, revision: inHand.revision() },
              { onSettled: () => setAsking(false), onSuccess: () => void navigate(paths.compose) },
            ),
          )
        }}
      />
    </div>
  )
}
