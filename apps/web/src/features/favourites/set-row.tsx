import type { ItemSet } from '@noskhe/shared/favourites/favourite'
import { PencilLine, Trash2 } from 'lucide-react'
import { formatCount, toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { useChangeSet } from './queries.ts'
import { words } from './words.ts'

interface SetRowProps {
  set: ItemSet
  onOpen: () => void
  onRename: () => void
}

/** A set by its name and first items; to rename and remove for whoever made it, removal to be taken back. */
export function SetRow({ set, onOpen, onRename }: SetRowProps) {
  const change = useChangeSet()
  const failed = (error: unknown) => toast({ tone: 'refusal', title: sayProblem(error) })
  const putBack = ({ id, revision, name }: ItemSet) => change.mutate({ id, revision, name, isRemoved: false }, { onError: failed })
  const remove = () =>
    change.mutate(
      { id: set.id, revision: set.revision, name: set.name, isRemoved: true },
      { onSuccess: (removed) => toast({ title: words.removed(set.name), undo: () => putBack(removed) }), onError: failed },
    )
  return (
    <li className="flex items-center gap-2 px-3 py-2 hover:bg-sunken">
      <button type="button" aria-label={words.open(set.name, toPersianDigits(set.items.length))} className="min-w-0 flex-1 text-start" onClick={onOpen}>
        <span className="font-semibold">{set.name}</span>
        <span className="ms-2 text-sm text-quiet">{[formatCount(set.items.length, 'قلم'), !set.isHers && words.by(set.author)].filter(Boolean).join('، ')}</span>
        <span className="block truncate text-sm text-quiet">{set.items.map(({ item }) => item.name.fa).join('، ')}</span>
      </button>
      {set.isHers && (
        <>
          <IconButton size="small" icon={PencilLine} label={words.rename(set.name)} onPress={onRename} />
          <IconButton size="small" tone="danger" icon={Trash2} label={words.remove(set.name)} onPress={remove} />
        </>
      )}
    </li>
  )
}
