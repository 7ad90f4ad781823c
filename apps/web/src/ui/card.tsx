import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

interface CardProps {
  title?: ReactNode
  /** Buttons or a badge at the end of the title's line. */
  aside?: ReactNode
  children: ReactNode
  /** Its content brings its own padding: tables, lists. */
  flush?: boolean
  className?: string
}

/** A part of a page, on the surface, within a hairline. With a title it is a region of its own. */
export function Card({ title, aside, children, flush = false, className }: CardProps) {
  const id = useId()
  return (
    <section aria-labelledby={title ? id : undefined} className={classNames('min-w-0 rounded border border-line bg-surface', className)}>
      {(title || aside) && (
        <header className="flex min-h-12 flex-wrap items-center justify-between gap-2 px-4 pt-2.5">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {aside}
        </header>
      )}
      <div className={flush ? '' : classNames('px-4 pb-4', title || aside ? 'pt-1' : 'pt-4')}>{children}</div>
    </section>
  )
}
