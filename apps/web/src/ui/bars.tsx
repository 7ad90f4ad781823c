import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** Places in the frame that a page may fill; the shell gives the elements. */
export const Bars = createContext<{ top: HTMLElement | null; bottom: HTMLElement | null }>({ top: null, bottom: null })

/** Puts a page's own things into the top bar: the open patients. */
export function TopBar({ children }: { children: ReactNode }) {
  const { top } = useContext(Bars)
  return top && createPortal(children, top)
}

/** In place of the navigation at the foot of a narrow screen: «بیمار · اقلام (۳) · امضا». Not shown on a wide one. */
export function BottomBar({ children }: { children: ReactNode }) {
  const { bottom } = useContext(Bars)
  return bottom && createPortal(children, bottom)
}
