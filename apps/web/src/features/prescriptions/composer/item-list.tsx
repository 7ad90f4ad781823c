import { type ItemCheck, type PrescriptionItem, isDrug } from '@noskhe/shared/prescriptions/item'
import { supplyInWords } from '@noskhe/shared/prescriptions/directions/supply'
import { readBack, serviceReadBack } from '@noskhe/shared/prescriptions/read-back'
import type { SigTerm } from '@noskhe/shared/terminology/code'
import { ArrowDown, ArrowUp, PencilLine, Pill, Trash2 } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { toPersianDigits } from '../../../i18n/format.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { ItemName } from '../item-name.tsx'
import { KindHeading } from '../kind-heading.tsx'
import { countOf, kindsAmong } from '../kinds.ts'
import { checkOf } from './answered.ts'
import type { ComposerItem } from './draft.ts'
import { directionWords } from './direction-words.ts'
import { ItemAnswer } from './item-answer.tsx'
import { words } from './words.ts'

interface ItemListProps {
  items: readonly ComposerItem[]
  /** The same items as the server has them, with the insurer's answers. */
  answered: readonly PrescriptionItem[]
  terms: readonly SigTerm[]
  isChecking: boolean
  /** The item that is being changed, and the form that stands in its place. */
  edited: { key: string; form: ReactNode } | null
  onEdit: (key: string) => void
  onRemove: (key: string) => void
  onMove: (key: string, by: 1 | -1) => void
  onQuantity: (key: string, quantity: number) => void
  onCheckAgain: () => void
  /** A further deed to an item, beside the others. */
  also: (item: ComposerItem) => ReactNode
  /** What else is said of an item: the findings of the clinical rules. */
  beside: (key: string) => ReactNode
}

/** What was prescribed so far, with the insurer's answer beside each item. */
export function ItemList({ items, answered, edited, ...props }: ItemListProps) {
  if (items.length === 0) {
    return (
      <EmptyState icon={Pill} title={words.noItems}>
        {words.noItemsHint}
      </EmptyState>
    )
  }
  const isMixed = kindsAmong(items).length > 1
  return (
    <ol aria-label={words.items} className="flex flex-col divide-y divide-line rounded border border-line bg-surface">
      {items.map((item, place) => {
        const isFirst = items[place - 1]?.kind !== item.kind
        const isLast = items[place + 1]?.kind !== item.kind
        return (
          <li key={item.key}>
            {isFirst && isMixed && <KindHeading kind={item.kind} />}
            {item.key === edited?.key ? (
              edited.form
            ) : (
              <Item item={item} place={place} isFirst={isFirst} isLast={isLast} check={checkOf(item, answered)} {...props} />
            )}
          </li>
        )
      })}
    </ol>
  )
}

type ItemProps = Omit<ItemListProps, 'items' | 'answered' | 'edited'> & { item: ComposerItem; place: number; isFirst: boolean; isLast: boolean; check: ItemCheck | null }

function Item({ item, place, isFirst, isLast, check, terms, isChecking, ...props }: ItemProps) {
  const moveByKey = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.code] : undefined
    if (!by) return
    event.preventDefault()
    props.onMove(item.key, by)
  }
  return (
    <div className="flex gap-2 p-3 sm:gap-3 sm:p-4" onKeyDown={moveByKey}>
      <span className="w-6 shrink-0 pt-0.5 text-center font-semibold text-quiet">{toPersianDigits(place + 1)}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <div className="flex items-start justify-between gap-3">
          <ItemName name={item.name} />
          <span className="text-lg font-semibold whitespace-nowrap">{item.quantity !== null && countOf(item.kind, item.quantity)}</span>
        </div>
        {isDrug(item) ? <p>{[readBack(item, terms), supplyInWords(item)].filter(Boolean).join('؛ ')}</p> : <p className="empty:hidden">{serviceReadBack(item)}</p>}
        {item.note && <p className="text-sm text-quiet">{item.note}</p>}
        {isDrug(item) && item.forPharmacist && <p className="text-sm text-quiet">{`${directionWords.forPharmacist}: ${item.forPharmacist}`}</p>}
        <div className="flex flex-wrap items-start justify-between gap-x-3">
          <ItemAnswer
            check={check}
            isChecking={isChecking}
            onQuantity={(quantity) => props.onQuantity(item.key, quantity)}
            onCheckAgain={props.onCheckAgain}
          />
          <Deeds item={item} isFirst={isFirst} isLast={isLast} {...props} />
        </div>
        {props.beside(item.key)}
      </div>
    </div>
  )
}

type DeedsProps = Pick<ItemProps, 'item' | 'isFirst' | 'isLast' | 'also' | 'onEdit' | 'onRemove' | 'onMove'>

function Deeds({ item, isFirst, isLast, also, onEdit, onRemove, onMove }: DeedsProps) {
  const { key, name } = item
  return (
    <div className="-mb-1 ms-auto flex">
      {also(item)}
      <IconButton size="small" icon={PencilLine} label={words.edit(name.fa)} onPress={() => onEdit(key)} />
      <IconButton size="small" icon={ArrowUp} label={words.up(name.fa)} disabled={isFirst} onPress={() => onMove(key, -1)} />
      <IconButton size="small" icon={ArrowDown} label={words.down(name.fa)} disabled={isLast} onPress={() => onMove(key, 1)} />
      <IconButton size="small" tone="danger" icon={Trash2} label={words.remove(name.fa)} onPress={() => onRemove(key)} />
    </div>
  )
}
