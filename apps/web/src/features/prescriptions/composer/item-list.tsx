import type { ItemCheck, PrescriptionItem } from '@noskhe/shared/prescriptions/item'
import type { SigTerm } from '@noskhe/shared/terminology/code'
import { readBack } from '@noskhe/shared/prescriptions/read-back'
import { ArrowDown, ArrowUp, PencilLine, Pill, Trash2 } from 'lucide-react'
import { toPersianDigits } from '../../../i18n/format.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Money } from '../../../ui/money.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { ItemName } from '../item-name.tsx'
import { checkLook } from '../words.ts'
import type { ComposerItem } from './draft.ts'
import { words } from './words.ts'

interface ItemListProps {
  items: readonly ComposerItem[]
  /** The same items as the server has them, with the insurer's answers. */
  answered: readonly PrescriptionItem[]
  terms: readonly SigTerm[]
  isChecking: boolean
  onEdit: (key: string) => void
  onRemove: (key: string) => void
  onMove: (key: string, by: 1 | -1) => void
  onQuantity: (key: string, quantity: number) => void
  onCheckAgain: () => void
}

/** What was prescribed so far, with the insurer's answer beside each item. */
export function ItemList({ items, answered, ...props }: ItemListProps) {
  if (items.length === 0) {
    return (
      <EmptyState icon={Pill} title={words.noItems}>
        {words.noItemsHint}
      </EmptyState>
    )
  }
  return (
    <ol aria-label={words.items} className="flex flex-col divide-y divide-line rounded border border-line bg-surface">
      {items.map((item, place) => (
        <Item key={item.key} item={item} place={place} isLast={place === items.length - 1} check={checkOf(item, answered)} {...props} />
      ))}
    </ol>
  )
}

/** The insurer's answer counts only for the item as it is now written. */
function checkOf(item: ComposerItem, answered: readonly PrescriptionItem[]): ItemCheck | null {
  const kept = answered.find((other) => other.key === item.key)
  if (!kept || kept.code !== item.code || kept.quantity !== item.quantity || kept.dose !== item.dose || kept.frequency !== item.frequency) return null
  return kept.check
}

type ItemProps = Omit<ItemListProps, 'items' | 'answered'> & { item: ComposerItem; place: number; isLast: boolean; check: ItemCheck | null }

function Item({ item, place, isLast, check, terms, isChecking, ...props }: ItemProps) {
  const name = item.name.fa
  return (
    <li
      className="flex gap-3 p-3 sm:p-4"
      onKeyDown={(event) => {
        const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.code] : undefined
        if (!by) return
        event.preventDefault()
        props.onMove(item.key, by)
      }}
    >
      <span className="w-6 shrink-0 pt-0.5 text-center font-semibold text-quiet">{toPersianDigits(place + 1)}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <div className="flex items-start justify-between gap-3">
          <ItemName name={item.name} />
          <span className="text-lg font-semibold whitespace-nowrap">{item.quantity !== null && `${toPersianDigits(item.quantity)} عدد`}</span>
        </div>
        <p>{readBack(item, terms)}</p>
        {item.note && <p className="text-sm text-quiet">{item.note}</p>}
        <Answer check={check} isChecking={isChecking} item={item} onQuantity={props.onQuantity} onCheckAgain={props.onCheckAgain} />
      </div>
      <div className="flex shrink-0 flex-col sm:flex-row sm:items-start">
        <IconButton size="small" icon={ArrowUp} label={words.up(name)} disabled={place === 0} onPress={() => props.onMove(item.key, -1)} />
        <IconButton size="small" icon={ArrowDown} label={words.down(name)} disabled={isLast} onPress={() => props.onMove(item.key, 1)} />
        <IconButton size="small" icon={PencilLine} label={words.edit(name)} onPress={() => props.onEdit(item.key)} />
        <IconButton size="small" tone="danger" icon={Trash2} label={words.remove(name)} onPress={() => props.onRemove(item.key)} />
      </div>
    </li>
  )
}

type AnswerProps = Pick<ItemProps, 'check' | 'isChecking' | 'item' | 'onQuantity' | 'onCheckAgain'>

function Answer({ check, isChecking, item, onQuantity, onCheckAgain }: AnswerProps) {
  if (check === null || (isChecking && check.outcome === 'not-checked')) {
    return <div>{isChecking ? <StatusBadge tone="waiting">{words.checking}</StatusBadge> : <StatusBadge tone="unknown">{checkLook['not-checked'].word}</StatusBadge>}</div>
  }
  const look = checkLook[check.outcome]
  return (
    <div className="flex flex-col gap-1.5 text-sm" role="status">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <StatusBadge tone={look.tone}>{look.word}</StatusBadge>
        {check.shares && (
          <span className="text-quiet" title={check.priceSource ?? undefined}>
            {words.patientPays} <Money amount={check.shares.patientShare} className="font-semibold text-ink" /> · {words.insurerPays}{' '}
            <Money amount={check.shares.insurerShare} />
          </span>
        )}
        {check.outcome === 'over-ceiling' && check.maxCovered !== null && check.maxCovered > 0 && (
          <Button size="small" onPress={() => onQuantity(item.key, check.maxCovered ?? 0)}>
            {words.toCeiling(toPersianDigits(check.maxCovered))}
          </Button>
        )}
        {check.outcome === 'not-checked' && (
          <Button size="small" onPress={onCheckAgain}>
            {words.checkAgain}
          </Button>
        )}
      </div>
      {check.messages.map((message) => (
        <p key={message.text}>{message.text}</p>
      ))}
    </div>
  )
}
