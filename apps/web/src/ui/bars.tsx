import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

/** The place at the foot of a narrow screen that a page may fill; the shell gives the element. */
export const FootPlace = createContext<HTMLElement | null>(null)

/** In place of the navigation at the foot of a narrow screen: «بیمار · اقلام (۳) · امضا». Not shown on a wide one. */
export function BottomBar({ children }: { children: ReactNode }) {
  const place = useContext(FootPlace)
  return place && createPortal(children, place)
}
