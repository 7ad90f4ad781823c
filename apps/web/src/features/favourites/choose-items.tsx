import type { OfferedItem } from '@noskhe/shared/favourites/favourite'
import type { WrittenItem } from '@noskhe/shared/prescriptions/item'
import { ListPlus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { ItemLine } from './item-line.tsx'
import { words } from './words.ts'

interface ChooseItemsProps {
  items: readonly OfferedItem[]
  /** Whether all are ticked at first: where she asked for just these. */
  isWhole: boolean
  onTake: (items: WrittenItem[]) => void
}

/**
 * A list to choose items from: arrows move, Space ticks, Enter takes what is ticked, Ctrl and A ticks all or none. What was
 * retired since cannot be ticked, and says so.
 */
export function ChooseItems({ items, isWhole, onTake }: ChooseItemsProps) {
  const takeable = items.filter(({ isCurrent }) => isCurrent).map(({ item }) => item)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(isWhole ? takeable.map(({ key }) => key) : []))
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => boxesOf(list.current)[0]?.focus(), [])

  const chosen = takeable.filter(({ key }) => ticked.has(key))
  const take = () => {
    if (chosen.length > 0) onTake(chosen)
  }
  const isAll = chosen.length === takeable.length
  const toggleAll = () => setTicked(new Set(isAll ? [] : takeable.map(({ key }) => key)))
  useShortcut('Mod+KeyA', words.all, toggleAll)
  const toggle = (key: string, isOn: boolean) => setTicked((before) => new Set(isOn ? [...before, key] : [...before].filter((other) => other !== key)))

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.code]
    if (by) moveFocus(list.current, by)
    else if (event.code === 'Enter') take()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="flex flex-col gap-3">
      <ul ref={list} aria-label={words.choose} className="flex flex-col divide-y divide-line rounded border border-line" onKeyDown={onKeyDown}>
        {items.map(({ item, isCurrent }) => (
          <li key={item.key} className="px-3 py-2.5">
            <Checkbox value={ticked.has(item.key)} disabled={!isCurrent} hint={!isCurrent && words.retired} onChange={(isOn) => toggle(item.key, isOn)}>
              <ItemLine item={item} />
            </Checkbox>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" icon={ListPlus} disabled={chosen.length === 0} onPress={take}>
          {chosen.length === 0 ? words.addNone : words.add(toPersianDigits(chosen.length))}
        </Button>
        <Button shortcut="Mod+KeyA" onPress={toggleAll}>
          {isAll ? words.none : words.all}
        </Button>
      </div>
    </div>
  )
}

const boxesOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLInputElement>('input:enabled') ?? [])]

function moveFocus(list: HTMLElement | null, by: number): void {
  const boxes = boxesOf(list)
  const at = boxes.findIndex((box) => box === document.activeElement)
  boxes[(at + by + boxes.length) % boxes.length]?.focus()
}
