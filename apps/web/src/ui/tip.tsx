import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Kbd } from './kbd.tsx'
import type { Combination } from './shortcuts.ts'

interface TipProps {
  /** What the button inside is called; it must carry the same words as its name, since a tip is only for the eye. */
  text: string
  shortcut?: Combination | undefined
  children: ReactNode
}

const SHOWN_AFTER_MS = 500

/** Shows the name and the keys of the button inside, on hover and on keyboard focus; Escape puts it away. */
export function Tip({ text, shortcut, children }: TipProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  const [isNear, setNear] = useState(false)
  const isShown = useLasting(isNear)
  return (
    <span
      ref={anchor}
      className="inline-flex"
      onPointerEnter={(event) => event.pointerType === 'mouse' && setNear(true)}
      onPointerLeave={() => setNear(false)}
      onFocus={(event) => event.target.matches(':focus-visible') && setNear(true)}
      onBlur={() => setNear(false)}
      onPointerDown={() => setNear(false)}
      onKeyDown={(event) => event.code === 'Escape' && setNear(false)}
    >
      {children}
      {isShown && anchor.current && createPortal(<Bubble anchor={anchor.current} text={text} shortcut={shortcut} />, document.body)}
    </span>
  )
}

function useLasting(isOn: boolean): boolean {
  const [hasLasted, setLasted] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setLasted(true), SHOWN_AFTER_MS)
    return () => {
      clearTimeout(timer)
      setLasted(false)
    }
  }, [isOn])
  return hasLasted
}

const GAP = 6
const EDGE = 8

function Bubble({ anchor, text, shortcut }: Pick<TipProps, 'text' | 'shortcut'> & { anchor: HTMLElement }) {
  const bubble = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = bubble.current
    if (!element) return
    const near = anchor.getBoundingClientRect()
    const own = element.getBoundingClientRect()
    const middle = near.left + near.width / 2 - own.width / 2
    const below = near.bottom + GAP + own.height < window.innerHeight
    element.style.left = `${Math.max(EDGE, Math.min(middle, window.innerWidth - own.width - EDGE))}px`
    element.style.top = `${below ? near.bottom + GAP : near.top - own.height - GAP}px`
  }, [anchor])
  return (
    <div
      ref={bubble}
      aria-hidden
      className="pointer-events-none fixed z-50 flex items-center gap-2 rounded border border-line bg-raised px-2.5 py-1 text-sm text-ink shadow-float"
    >
      {text}
      {shortcut && <Kbd keys={shortcut} />}
    </div>
  )
}
