import { type ReactNode, useEffect } from 'react'
import { fa } from '../i18n/fa.ts'

interface PageHeaderProps {
  /** Also the title of the browser's tab, and what a screen reader hears when the page opens. */
  title: string
  /** A quiet line under the title. */
  children?: ReactNode
  /** Buttons at the end of the line. */
  actions?: ReactNode
  /** The page's own layout shows where one is: the heading is only said. */
  hidden?: boolean
}

/** The one heading of a page. Every page has one. */
export function PageHeader({ title, children, actions, hidden = false }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · ${fa.productName}`
  }, [title])
  if (hidden) return <h1 className="sr-only">{title}</h1>
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-2xl">{title}</h1>
        {children && <div className="text-quiet">{children}</div>}
      </div>
      {actions && (
        <div className="flex flex-wrap gap-2" data-screen-only="">
          {actions}
        </div>
      )}
    </header>
  )
}
