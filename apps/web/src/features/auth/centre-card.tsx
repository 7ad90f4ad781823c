import type { Post } from '@noskhe/shared/auth/session'
import { useId } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { kindIcon, kindTitle, licenceTitle, licenceTone, roleTitle, words } from './words.ts'

interface CentreCardProps {
  post: Post
  isCurrent: boolean
  autoFocus: boolean
  isPending: boolean
  /** Why it was refused when she chose it. */
  error: unknown
  onChoose: () => void
}

/** A post as a button. One that is not active looks shut and can still be chosen: SIAM's reason is then said in full. */
export function CentreCard({ post, isCurrent, autoFocus, isPending, error, onChoose }: CentreCardProps) {
  const id = useId()
  const { state, reason } = post.licence
  const isShut = state !== 'active'
  const Icon = kindIcon[post.centreKind]
  return (
    <>
      <button
        type="button"
        autoFocus={autoFocus}
        aria-current={isCurrent || undefined}
        aria-busy={isPending || undefined}
        aria-describedby={`${id}-state`}
        onClick={() => !isPending && onChoose()}
        className={classNames(
          'flex w-full flex-wrap items-start gap-x-4 gap-y-1 rounded border px-4 py-3.5 text-start',
          isShut ? 'border-dashed border-edge bg-transparent text-quiet' : 'border-line bg-surface hover:border-accent',
          isCurrent && 'border-accent',
          isPending && 'animate-pulse',
        )}
      >
        <Icon aria-hidden className={classNames('mt-1 size-6 shrink-0', isShut ? 'text-quiet' : 'text-accent')} />
        <span className="min-w-0 flex-1">
          <span className="block text-lg font-semibold">{post.centreName}</span>
          <span className="block text-sm text-quiet">
            {kindTitle[post.centreKind]} · {roleTitle[post.role]}
            {isCurrent && ` · ${words.centre.current}`}
          </span>
        </span>
        <span id={`${id}-state`}>
          <StatusBadge tone={licenceTone[state]}>{licenceTitle[state]}</StatusBadge>
        </span>
        {reason && <span className="basis-full ps-10 text-sm">{reason}</span>}
      </button>
      {error !== null && (
        <div className="mt-2">
          <ProblemNotice error={error} />
        </div>
      )}
    </>
  )
}
