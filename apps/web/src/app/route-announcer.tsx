import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { fa } from '../i18n/fa.ts'

/**
 * When another page opens: focus goes to it (a page that focuses its own box keeps that), the window scrolls to its start,
 * and a screen reader hears its heading.
 */
export function RouteAnnouncer() {
  const { pathname } = useLocation()
  const [said, setSaid] = useState('')
  const opened = useRef(pathname)
  useEffect(() => {
    if (opened.current === pathname) return
    opened.current = pathname
    const main = document.getElementById('main')
    // One frame later the new page has been drawn and has taken the focus if it wants it.
    const frame = requestAnimationFrame(() => {
      if (!main?.contains(document.activeElement)) main?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
      const title = main?.querySelector('h1')?.textContent
      if (title) setSaid(fa.shell.pageOpened(title))
    })
    return () => cancelAnimationFrame(frame)
  }, [pathname])
  return (
    <div role="status" className="sr-only">
      {said}
    </div>
  )
}
