import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { type Tone, toneLook } from './tone.ts'

interface NoticeProps {
  tone: Tone
  title?: ReactNode
  children?: ReactNode
  /** Buttons: what can be done about it. */
  actions?: ReactNode
  icon?: LucideIcon
  /** Read out when it appears: `status` waits for a pause, `alert` does not. Leave out for what stands there from the start. */
  announce?: 'status' | 'alert'
  className?: string
}

/** A message in its place on the page: what happened, what to do. */
export function Notice({ tone, title, children, actions, icon, announce, className }: NoticeProps) {
  const look = toneLook[tone]
  const Icon = icon ?? look.icon
  return (
    <div role={announce} data-keep-together="" className={classNames('flex items-start gap-3 rounded border px-4 py-3 contrast-more:border-current', look.box, className)}>
      <Icon aria-hidden className={classNames('mt-1 size-5 shrink-0', look.text)} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {title && <p className={classNames('font-semibold', look.text)}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
