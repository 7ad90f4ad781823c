import { LoaderCircle, Search, X } from 'lucide-react'
import { type KeyboardEvent, type Ref, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { fa } from '../i18n/fa.ts'
import { formatCount } from '../i18n/format.ts'
import { bothRefs } from './both-refs.ts'
import { classNames } from './class-names.ts'
import { ComboBoxList, type Hits } from './combo-box-list.tsx'
import { controlLook, Field, type FieldProps, useFieldIds } from './field.tsx'
import { Kbd } from './kbd.tsx'
import type { Combination } from './shortcuts.ts'
import { useSlow } from './skeleton.tsx'

interface ComboBoxProps<T> extends FieldProps, Hits<T> {
  onQueryChange: (query: string) => void
  placeholder?: string
  size?: 'normal' | 'large'
  /** Shown in the empty box; `useShortcut` is what makes it work. */
  shortcut?: Combination
  autoFocus?: boolean
  /** Whether an Enter that came before the hits may take this first one; all may where it is left out. */
  isHit?: (item: T) => boolean
  /** `items` are offered for an empty box too: on an arrow or a press, never by themselves. */
  offersEmpty?: boolean
  ref?: Ref<HTMLInputElement>
}

const PAGE = 6
const rightToLeft = /^[^A-Za-z]*$/

/**
 * A box one types into and the hits below it. The first hit is ready at once: type, Enter, and it is picked; arrows and
 * Page keys move, Escape closes, then empties. The focus never leaves the box.
 */
export function ComboBox<T>({ query, onQueryChange, items, onPick, status, ref, ...props }: ComboBoxProps<T>) {
  const { label, hideLabel, hint, error, optional, className, size = 'normal', keyOf, placeholder, shortcut, offersEmpty = false } = props
  const { id, control } = useFieldIds({ hint, error })
  const listId = useId()
  const box = useRef<HTMLInputElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useActiveItem(items.map(keyOf), query)
  const isSearchingLong = useSlow(status === 'searching')
  const [isAsked, setAsked] = useState(false)
  const isEmpty = query.trim() === ''
  const isShown = isOpen && (isEmpty ? offersEmpty && isAsked && items.length > 0 : status !== 'idle')
  const canPick = status === 'ready'
  const early = useEarlyEnter({ query, status, onReady: () => pick(items.slice(0, 1).find(props.isHit ?? (() => true))) })

  function pick(item: T | undefined) {
    if (!item || !canPick) return
    onPick(item)
    close()
    box.current?.focus()
  }

  const open = () => {
    setOpen(true)
    setAsked(true)
  }
  const close = () => {
    setOpen(false)
    setAsked(false)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.code]
    if (move && !isShown) open()
    else if (move) setActive(Math.abs(move) === 1 ? (active + move + items.length) % items.length : clamp(active + move, items.length))
    else if (event.code === 'Enter' && status === 'searching' && query.trim() !== '') early.remember()
    else if (event.code === 'Enter' && isShown) pick(items[active])
    else if (event.code === 'Escape' && isShown) close()
    else if (event.code === 'Escape' && query) onQueryChange('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Field id={id} {...{ label, hideLabel, hint, error, optional, className }}>
      <div className="relative">
        <Search aria-hidden className={classNames('pointer-events-none absolute inset-y-0 start-3.5 my-auto text-quiet', size === 'large' ? 'size-5.5' : 'size-4.5')} />
        <input
          {...control}
          ref={bothRefs(box, ref)}
          role="combobox"
          aria-expanded={isShown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isShown && canPick && items[active] ? `${listId}-${active}` : undefined}
          dir={rightToLeft.test(query) ? 'rtl' : 'ltr'}
          value={query}
          name={props.name}
          disabled={props.disabled}
          placeholder={placeholder}
          autoFocus={props.autoFocus}
          autoComplete="off"
          spellCheck={false}
          className={classNames(controlLook(Boolean(error), size), size === 'large' ? 'pr-12! pl-12! text-lg!' : 'pr-10! pl-10!')}
          onChange={(event) => {
            setOpen(true)
            setAsked(false)
            onQueryChange(event.target.value)
          }}
          onFocus={() => setOpen(true)}
          onClick={open}
          onBlur={() => {
            close()
            props.onBlur?.()
          }}
          onKeyDown={onKeyDown}
        />
        <div className="absolute inset-y-0 end-2 flex items-center">
          {isSearchingLong && <LoaderCircle aria-hidden className="size-4.5 animate-spin text-quiet" />}
          {!isSearchingLong && query && <ClearButton label={label} onPress={() => onQueryChange('')} />}
          {!query && shortcut && <Kbd keys={shortcut} />}
        </div>
        <ComboBoxList {...props} {...{ query, items, status, isShown, listId, active }} onPoint={setActive} onPick={pick} />
      </div>
      <span role="status" className="sr-only">
        {isShown && canPick && (items.length ? formatCount(items.length, 'نتیجه') : fa.state.nothingFound)}
      </span>
    </Field>
  )
}

/**
 * Who types a whole name and Enter is quicker than the answer: the first hit is picked when it comes. Typing on, or a search
 * that fails, takes it back.
 */
function useEarlyEnter({ query, status, onReady }: { query: string; status: Hits<unknown>['status']; onReady: () => void }) {
  const waitsFor = useRef<string | null>(null)
  const pickFirst = useEffectEvent(onReady)
  useEffect(() => {
    if (waitsFor.current === null || status === 'searching') return
    const isStillMeant = waitsFor.current === query && status === 'ready'
    waitsFor.current = null
    if (isStillMeant) pickFirst()
  }, [query, status])
  useEffect(() => {
    if (waitsFor.current !== query) waitsFor.current = null
  }, [query])
  return { remember: () => (waitsFor.current = query) }
}

const clamp = (place: number, count: number) => Math.min(Math.max(place, 0), count - 1)

/** Which row is ready. A new query starts at the first; when the same query's rows are refreshed, the row stays. */
function useActiveItem(keys: readonly string[], query: string) {
  const [active, setActive] = useState<{ key: string | undefined; query: string }>({ key: undefined, query })
  const place = active.query === query && active.key !== undefined ? keys.indexOf(active.key) : 0
  return [Math.max(place, 0), (to: number) => setActive({ key: keys[to], query })] as const
}

const ClearButton = ({ label, onPress }: { label: string; onPress: () => void }) => (
  <button
    type="button"
    tabIndex={-1}
    aria-label={fa.field.clearOf(label)}
    // Pressing must not take the focus from the box.
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
    className="flex size-7 items-center justify-center rounded-sm text-quiet hover:bg-sunken hover:text-ink"
  >
    <X aria-hidden className="size-4" />
  </button>
)
