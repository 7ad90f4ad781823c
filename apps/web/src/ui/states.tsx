import { CloudOff, type LucideIcon, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { fa } from '../i18n/fa.ts'
import { Button } from './button.tsx'

interface EmptyStateProps {
  icon: LucideIcon
  /** One sentence: what is not here yet. */
  title: ReactNode
  /** What to do to have it. */
  children?: ReactNode
  action?: ReactNode
}

/** Where there is nothing yet: says so and shows the way on. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-10 text-center">
      <span className="mb-1 flex size-12 items-center justify-center rounded-full border border-line bg-sunken text-quiet">
        <Icon aria-hidden className="size-6" />
      </span>
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-prose text-quiet">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}

interface ErrorStateProps {
  /** What happened. */
  title?: string
  /** What to do. */
  children?: ReactNode
  onRetry?: () => void
  /** The retry is under way. */
  retrying?: boolean
  /** Beside the retry: another way on. */
  action?: ReactNode
}

/** Where something could not be fetched: what happened, what to do, and the button that does it. */
export function ErrorState({ title = fa.failure.loadTitle, children = fa.failure.loadBody, onRetry, retrying = false, action }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-4 py-10 text-center">
      <span className="mb-1 flex size-12 items-center justify-center rounded-full bg-refusal-wash text-refusal">
        <CloudOff aria-hidden className="size-6" />
      </span>
      <p className="font-semibold">{title}</p>
      <div className="max-w-prose text-quiet">{children}</div>
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        {onRetry && (
          <Button icon={RotateCw} pending={retrying} onPress={onRetry}>
            {fa.action.retry}
          </Button>
        )}
        {action}
      </div>
    </div>
  )
}
