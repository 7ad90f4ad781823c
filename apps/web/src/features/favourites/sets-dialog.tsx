import type { ItemSet } from '@noskhe/shared/favourites/favourite'
import type { ItemDraft, WrittenItem } from '@noskhe/shared/prescriptions/item'
import { ArrowRight, BookmarkPlus, LibraryBig } from 'lucide-react'
import { useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { ChooseItems } from './choose-items.tsx'
import { PinnedList } from './pinned-list.tsx'
import { useSets } from './queries.ts'
import { SetForm } from './set-form.tsx'
import { SetRow } from './set-row.tsx'
import { words } from './words.ts'

interface SetsDialogProps {
  /** What would be kept as a set. */
  draft: readonly ItemDraft[]
  onTake: (items: WrittenItem[]) => void
  onClose: () => void
}

type Shown = { at: 'list' } | { at: 'set'; set: ItemSet } | { at: 'new' } | { at: 'rename'; set: ItemSet }

/** Her pins and the named sets, hers and the clinic's: opened, taken in part, kept, renamed, removed. No set opens or applies by itself. */
export default function SetsDialog({ draft, onTake, onClose }: SetsDialogProps) {
  const [shown, show] = useState<Shown>({ at: 'list' })
  const toList = () => show({ at: 'list' })
  const title = { list: words.sets, set: shown.at === 'set' ? shown.set.name : '', new: words.saveSetTitle, rename: shown.at === 'rename' ? words.rename(shown.set.name) : '' }
  return (
    <Dialog isOpen onClose={onClose} title={title[shown.at]}>
      {shown.at !== 'list' && (
        <Button kind="bare" size="small" icon={ArrowRight} className="self-start" onPress={toList}>
          {words.back}
        </Button>
      )}
      {shown.at === 'list' && (
        <>
          <PinnedList />
          <Sets onOpen={(set) => show({ at: 'set', set })} onRename={(set) => show({ at: 'rename', set })} />
          {draft.length > 0 && (
            <Button icon={BookmarkPlus} className="self-start" onPress={() => show({ at: 'new' })}>
              {words.saveSet}
            </Button>
          )}
        </>
      )}
      {shown.at === 'set' && (
        <>
          <p className="text-sm text-quiet">{words.setHint}</p>
          <ChooseItems items={shown.set.items} isWhole={false} onTake={onTake} />
        </>
      )}
      {shown.at === 'new' && <SetForm items={draft} onDone={toList} />}
      {shown.at === 'rename' && <SetForm set={shown.set} onDone={toList} />}
    </Dialog>
  )
}

function Sets({ onOpen, onRename }: { onOpen: (set: ItemSet) => void; onRename: (set: ItemSet) => void }) {
  const sets = useSets()
  if (sets.isPending) return <Skeleton lines={3} />
  if (sets.isError) {
    return (
      <ErrorState retrying={sets.isFetching} onRetry={() => void sets.refetch()}>
        {sayProblem(sets.error)}
      </ErrorState>
    )
  }
  if (sets.data.sets.length === 0) {
    return (
      <EmptyState icon={LibraryBig} title={words.noSets}>
        {words.noSetsHint}
      </EmptyState>
    )
  }
  const groups = [
    [words.ownSets, sets.data.sets.filter(({ scope }) => scope === 'own')],
    [words.clinicSets, sets.data.sets.filter(({ scope }) => scope === 'clinic')],
  ] as const
  return groups.map(
    ([title, group]) =>
      group.length > 0 && (
        <section key={title} aria-label={title}>
          <h3 className="mb-1 text-sm font-medium text-quiet">{title}</h3>
          <ul className="divide-y divide-line rounded border border-line">
            {group.map((set) => (
              <SetRow key={set.id} set={set} onOpen={() => onOpen(set)} onRename={() => onRename(set)} />
            ))}
          </ul>
        </section>
      ),
  )
}
