import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'

interface StripProps {
  icon: LucideIcon
  children: ReactNode
  actions: ReactNode
  className: string
}

/** A warning about the session on one line, with what can be done about it at its end. */
export const Strip = ({ icon: Icon, children, actions, className }: StripProps) => (
  <div data-screen-only="" className={classNames('flex flex-wrap items-center gap-x-4 gap-y-2 border-warning/30 bg-warning-wash px-4 py-2', className)}>
    <p className="flex min-w-0 flex-1 basis-72 items-start gap-3">
      <Icon aria-hidden className="mt-1 size-5 shrink-0 text-warning" />
      <span>{children}</span>
    </p>
    <div className="flex flex-wrap gap-2">{actions}</div>
  </div>
)
