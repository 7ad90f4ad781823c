import { X } from 'lucide-react'
import { type ReactNode, type Ref, Suspense, useState } from 'react'
import { fa } from '../i18n/fa.ts'
import { classNames } from './class-names.ts'
import { deferred } from './deferred.ts'

interface ChipProps {
  /** What the part is: «مقدار», «مدت». Stands alone, dashed, while there is no value. */
  label: string
  /** The part as read: «هر ۸ ساعت». null: not said yet. */
  value: ReactNode | null
  /** What edits it, in a small window at the chip; `close` when done. Focus returns to the chip. */
  editor?: (close: () => void) => ReactNode
  /** In place of an editor of its own. */
  onPress?: () => void
  onRemove?: () => void
  /** Must be said before going on: marked, in words too. */
  missing?: boolean
  disabled?: boolean
  ref?: Ref<HTMLButtonElement>
}

const ChipEditor = deferred(() => import('./chip-editor.tsx'))

/** One part of what is being composed: «۵۰۰ mg», «هر ۸ ساعت». Press to change it. */
export function Chip({ label, value, editor, onPress, onRemove, missing = false, disabled = false, ref }: ChipProps) {
  const [isWanted, setWanted] = useState(false)
  const isEmpty = value === null
  const className = classNames('inline-flex h-full items-center gap-1.5 px-2.5 whitespace-nowrap', onRemove ? 'rounded-s-full' : 'rounded-full')
  const content = (
    <>
      <span className={isEmpty ? '' : 'sr-only'}>{label}</span>
      {missing && <span>({fa.state.needed})</span>}
      {!isEmpty && <span>{value}</span>}
    </>
  )
  const button = (
    <button type="button" ref={ref} disabled={disabled} className={className} onClick={onPress ?? (() => setWanted(true))}>
      {content}
    </button>
  )
  return (
    <span
      className={classNames(
        'inline-flex h-8 items-center rounded-full border text-table coarse:h-10',
        isEmpty ? 'border-dashed' : 'border-edge/60 bg-surface',
        missing ? 'border-warning bg-warning-wash text-warning' : isEmpty && 'border-edge text-quiet',
        disabled ? 'opacity-50' : 'hover:border-ink',
      )}
    >
      {editor ? (
        <Suspense fallback={button}>
          <ChipEditor {...{ label, className, content, editor, disabled, ref }} startsOpen={isWanted} />
        </Suspense>
      ) : (
        button
      )}
      {onRemove && (
        <button
          type="button"
          aria-label={fa.field.removeOf(label)}
          onClick={onRemove}
          disabled={disabled}
          className="flex h-full items-center rounded-e-full ps-1 pe-2 text-quiet hover:text-refusal"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  )
}
