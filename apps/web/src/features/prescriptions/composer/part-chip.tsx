import type { KeyboardEvent, ReactNode } from 'react'
import { Chip } from '../../../ui/chip.tsx'

/** However long it is, it stays in its line; the whole is read back below. */
const Value = ({ text }: { text: string }) => <span className="block max-w-56 truncate sm:max-w-96">{text}</span>

interface PartChipProps {
  label: string
  value: string | null
  editor?: (close: () => void) => ReactNode
  onPress?: () => void
  /** Where the part takes one of a few values: the next (1) or the one before (-1). */
  onArrow?: (by: 1 | -1) => void
  /** Takes the part out of the directions. */
  onClear: () => void
}

/** A part of the directions that need not be said: press to change it, arrows go through its values, Backspace takes it out. */
export function PartChip({ onArrow, onClear, value, ...chip }: PartChipProps) {
  function onKeyDown(event: KeyboardEvent) {
    // Keys pressed in the editor's window reach here too.
    if (!(event.target instanceof HTMLElement) || !event.currentTarget.contains(event.target)) return
    const by = { ArrowDown: 1 as const, ArrowUp: -1 as const }[event.code]
    if (by && onArrow) onArrow(by)
    else if ((event.code === 'Backspace' || event.code === 'Delete') && value !== null) onClear()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span onKeyDown={onKeyDown}>
      <Chip {...chip} value={value === null ? null : <Value text={value} />} {...(value !== null && { onRemove: onClear })} />
    </span>
  )
}

/** The value after, or before, in a ring that begins with none. */
export function stepped<T>(values: readonly T[], value: T | undefined, by: 1 | -1): T | undefined {
  const ring = [undefined, ...values]
  return ring[(ring.indexOf(value) + by + ring.length) % ring.length]
}
