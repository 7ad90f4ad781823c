import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { type Tone, toneLook } from './tone.ts'

interface StatusBadgeProps {
  tone: Tone
  children: ReactNode
  /** In place of the tone's own icon. */
  icon?: LucideIcon
}

/** How something stands: an icon and a word, never colour alone. Unknown has a dashed outline, waiting a clock. */
export function StatusBadge({ tone, children, icon }: StatusBadgeProps) {
  const look = toneLook[tone]
  const Icon = icon ?? look.icon
  return (
    <span className={classNames('inline-flex items-center gap-1 rounded-full border px-2 py-px text-sm whitespace-nowrap contrast-more:border-current', look.box, look.text)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {children}
    </span>
  )
}
