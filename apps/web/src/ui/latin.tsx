import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** Drug names, codes, units: Latin text in its own direction, which never wraps by default. `wrap`: long names may. */
export function Latin({ children, wrap = false, className }: { children: ReactNode; wrap?: boolean; className?: string }) {
  return (
    <bdi dir="ltr" lang="en" className={classNames(wrap && 'whitespace-normal!', className)}>
      {children}
    </bdi>
  )
}
