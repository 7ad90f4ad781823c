import { Suspense, useState } from 'react'
import { classNames } from './class-names.ts'
import { deferred } from './deferred.ts'
import type { MenuProps } from './menu-list.tsx'

const MenuWithList = deferred(() => import('./menu-list.tsx'))

const triggerLook = 'inline-flex h-9.5 min-w-0 items-center gap-2 rounded px-2.5 hover:bg-sunken coarse:h-11'

/** A button that opens a list of things to do. Arrow keys, first letters and Escape work. */
export function Menu(props: MenuProps) {
  const [isWanted, setWanted] = useState(false)
  const className = classNames(triggerLook, props.className)
  // Pressed before its list has come, it opens when it has; already by the finger going down, as the list may come before it is up.
  const want = () => setWanted(true)
  const standIn = (
    <button type="button" aria-label={props.label} aria-haspopup="menu" className={className} onPointerDown={want} onClick={want}>
      {props.trigger}
    </button>
  )
  return (
    <Suspense fallback={standIn}>
      <MenuWithList {...props} className={className} startsOpen={isWanted} />
    </Suspense>
  )
}
