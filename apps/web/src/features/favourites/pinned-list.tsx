import { ArrowDown, ArrowUp, PinOff } from 'lucide-react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { ItemLine } from './item-line.tsx'
import { type PinnedChange, useChangePinned, useFavourites } from './queries.ts'
import { words } from './words.ts'

/** What she has pinned, to be put in order and taken away; a pin that was taken away can be put back where it was. */
export function PinnedList() {
  const favourites = useFavourites()
  const change = useChangePinned()
  if (!favourites.data) return favourites.isError && <p className="text-refusal">{sayProblem(favourites.error)}</p>
  const { pinned } = favourites.data
  const make = (deed: PinnedChange, onSuccess?: () => void) =>
    change.mutate(deed, { ...(onSuccess && { onSuccess }), onError: (error) => toast({ tone: 'refusal', title: sayProblem(error) }) })

  const remove = (key: string, name: string) => {
    const at = pinned.findIndex(({ item }) => item.key === key)
    const gone = pinned[at]?.item
    if (!gone) return
    const putBack: PinnedChange = (now) => (now.some((it) => it.key === key) ? now : now.toSpliced(at, 0, gone))
    make((now) => now.filter((it) => it.key !== key), () => toast({ title: words.unpinned(name), undo: () => make(putBack) }))
  }
  return (
    <section aria-label={words.ofPinned}>
      <h3 className="mb-1 text-sm font-medium text-quiet">{words.ofPinned}</h3>
      {pinned.length === 0 && <p className="text-sm text-quiet">{words.noPinned}</p>}
      <ol className="divide-y divide-line rounded border border-line empty:hidden">
        {pinned.map(({ item, isCurrent }, place) => (
          <li key={item.key} className="flex items-center gap-1 px-3 py-2">
            <div className="min-w-0 flex-1">
              <ItemLine item={item} />
              {!isCurrent && <p className="text-sm text-warning">{words.retired}</p>}
            </div>
            <IconButton size="small" icon={ArrowUp} label={words.up(item.name.fa)} disabled={place === 0} onPress={() => make(moved(item.key, -1))} />
            <IconButton size="small" icon={ArrowDown} label={words.down(item.name.fa)} disabled={place === pinned.length - 1} onPress={() => make(moved(item.key, 1))} />
            <IconButton size="small" tone="danger" icon={PinOff} label={words.unpin(item.name.fa)} onPress={() => remove(item.key, item.name.fa)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const moved =
  (key: string, by: 1 | -1): PinnedChange =>
  (now) => {
    const from = now.findIndex((it) => it.key === key)
    const item = now[from]
    const to = from + by
    return !item || to < 0 || to >= now.length ? now : now.toSpliced(from, 1).toSpliced(to, 0, item)
  }
