import { type ReactNode, useEffect, useState } from 'react'
import { fa } from '../i18n/fa.ts'
import { classNames } from './class-names.ts'

const SHOWN_AFTER_MS = 300

/** True once `isOn` has lasted 300 ms: what is quicker than that should not flash. */
export function useSlow(isOn: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setSlow(true), SHOWN_AFTER_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isOn])
  return isSlow
}

interface SkeletonProps {
  /** How many grey lines stand for what will come. */
  lines?: number
  /** In place of the lines: `SkeletonLine`s in the shape of what will come. */
  children?: ReactNode
  className?: string
}

/** Keeps the place of what is being fetched; empty for 300 ms, then grey lines. */
export function Skeleton({ lines = 3, children, className }: SkeletonProps) {
  const isShown = useSlow(true)
  return (
    <div role="status" aria-busy="true" className={classNames('flex flex-col gap-3 py-1', !isShown && 'invisible', className)}>
      <span className="sr-only">{isShown && fa.state.loading}</span>
      {children ?? Array.from({ length: lines }, (_, line) => <SkeletonLine key={line} className={line === lines - 1 ? 'w-3/5' : 'w-full'} />)}
    </div>
  )
}

export const SkeletonLine = ({ className }: { className?: string }) => (
  <span aria-hidden className={classNames('block h-4 animate-pulse rounded-sm bg-line', className)} />
)
