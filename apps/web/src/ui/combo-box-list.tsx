import { type ReactNode, useEffect, useRef } from 'react'
import { fa } from '../i18n/fa.ts'
import { classNames } from './class-names.ts'
import { Highlight } from './highlight.tsx'

/** What is searched, and how a hit is shown. */
export interface Hits<T> {
  /** What is typed. The asker keeps it, searches by it, and empties it after a pick. */
  query: string
  /** Hits, best first. Those of the earlier query may stay while `status` is `searching`: they are dimmed and cannot be picked. */
  items: readonly T[]
  keyOf: (item: T) => string
  /** The row as one text, with the query marked in it; of no use beside `renderItem`. */
  textOf?: (item: T) => string
  /** The row; everything in it is read out, so words, not only colours. */
  renderItem?: (item: T, query: string) => ReactNode
  /** Heading under which neighbouring items stand: «دارو», «آزمایش». */
  sectionOf?: (item: T) => string
  onPick: (item: T) => void
  status: 'idle' | 'searching' | 'ready' | 'failed'
  /** Said above the hits: where they come from, when that is not the usual place. */
  note?: ReactNode
  /** What is said when there is no hit, and when the search failed. */
  emptyText?: ReactNode
  failedText?: ReactNode
}

interface ComboBoxListProps<T> extends Hits<T> {
  label: string
  isShown: boolean
  listId: string
  /** Place of the row that Enter would pick. */
  active: number
  onPoint: (place: number) => void
}

/** The hits under a `ComboBox`. Never takes the focus: the box tells a screen reader which row is active. */
export function ComboBoxList<T>({ items, isShown, listId, active, ...props }: ComboBoxListProps<T>) {
  const { label, status, emptyText = fa.state.nothingFound, failedText = fa.failure.loadTitle } = props
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isShown) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' })
  }, [isShown, active])

  const message = status === 'failed' ? failedText : status === 'ready' && items.length === 0 ? emptyText : null
  return (
    <div
      // Pressing in the list must not take the focus from the box.
      onMouseDown={(event) => event.preventDefault()}
      className={classNames(
        'absolute inset-x-0 top-full z-30 mt-1 rounded border border-line bg-raised shadow-float',
        (!isShown || (status === 'searching' && items.length === 0)) && 'hidden',
      )}
    >
      {props.note && (
        <p role="status" className="border-b border-line px-4 py-2 text-sm text-warning">
          {props.note}
        </p>
      )}
      {message && <div className={classNames('px-4 py-3', status === 'failed' ? 'text-refusal' : 'text-quiet')}>{message}</div>}
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label}
        aria-busy={status === 'searching'}
        className={classNames(
          'max-h-[min(60vh,30rem)] overflow-y-auto overscroll-contain p-1',
          Boolean(message) && 'hidden',
          status === 'searching' && 'opacity-50',
        )}
      >
        {isShown && items.map((item, place) => <Row key={props.keyOf(item)} {...props} {...{ item, items, place, listId }} isActive={place === active} />)}
      </div>
    </div>
  )
}

interface RowProps<T> extends Omit<ComboBoxListProps<T>, 'isShown' | 'active'> {
  item: T
  place: number
  isActive: boolean
}

function Row<T>({ item, items, place, listId, isActive, query, textOf, renderItem, sectionOf, onPoint, onPick }: RowProps<T>) {
  const before = items[place - 1]
  const section = sectionOf?.(item)
  const startsSection = section !== undefined && (before === undefined || sectionOf?.(before) !== section)
  return (
    <>
      {startsSection && (
        <div aria-hidden className={classNames('px-3 pb-0.5 text-sm text-quiet', place > 0 ? 'mt-1 border-t border-line pt-2' : 'pt-1')}>
          {section}
        </div>
      )}
      <div
        id={`${listId}-${place}`}
        role="option"
        aria-selected={isActive}
        onMouseMove={() => !isActive && onPoint(place)}
        onClick={() => onPick(item)}
        className={classNames(
          'cursor-pointer rounded-sm border-s-3 px-3 py-2',
          isActive ? 'border-accent bg-accent-wash' : 'border-transparent',
        )}
      >
        {section && <span className="sr-only">{section}، </span>}
        {renderItem ? renderItem(item, query) : <Highlight text={textOf?.(item) ?? ''} query={query} />}
      </div>
    </>
  )
}
