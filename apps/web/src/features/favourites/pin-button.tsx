import { ItemDraft } from '@noskhe/shared/prescriptions/item'
import { Pin } from 'lucide-react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { useChangePinned, useFavourites } from './queries.ts'
import { words } from './words.ts'
import { areAlike } from './written-alike.ts'

/** Pins an item with the directions it has now, or takes the pin away. */
export function PinButton({ item, name }: { item: ItemDraft; name: string }) {
  const pinned = useFavourites().data?.pinned ?? []
  const change = useChangePinned()
  const isPinned = pinned.some((it) => areAlike(it.item, item))
  const toggle = () => {
    if (change.isPending) return
    // That it was done, the button itself shows and says; a message would lie over the way on.
    change.mutate((now) => toggled(now, item, !isPinned), { onError: (error) => toast({ tone: 'refusal', title: sayProblem(error) }) })
  }
  return <IconButton size="small" icon={Pin} pressed={isPinned} label={isPinned ? words.unpin(name) : words.pin(name)} onPress={toggle} />
}

function toggled(pinned: readonly ItemDraft[], item: ItemDraft, isWanted: boolean): readonly ItemDraft[] {
  const others = pinned.filter((it) => !areAlike(it, item))
  return isWanted ? [...others, { ...ItemDraft.parse(item), key: crypto.randomUUID() }] : others
}
