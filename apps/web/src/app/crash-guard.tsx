import { Component, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { CrashPage } from './failure-pages.tsx'

interface CrashGuardProps {
  /** In the frame the rest of the page stays; without it the message is the whole page. */
  isInFrame: boolean
  children: ReactNode
}

/** Keeps a page that throws from taking the rest with it. Going to another address tries again. */
export function CrashGuard({ isInFrame, children }: CrashGuardProps) {
  const { pathname } = useLocation()
  return (
    <Guard pathname={pathname} isInFrame={isInFrame}>
      {children}
    </Guard>
  )
}

interface GuardProps extends CrashGuardProps {
  pathname: string
}

interface Crash {
  error: unknown
}

class Guard extends Component<GuardProps, { crash: Crash | null }> {
  override state: { crash: Crash | null } = { crash: null }

  static getDerivedStateFromError(error: unknown) {
    return { crash: { error } }
  }

  override componentDidUpdate(before: GuardProps) {
    if (this.state.crash && before.pathname !== this.props.pathname) this.setState({ crash: null })
  }

  override render() {
    const { crash } = this.state
    if (!crash) return this.props.children
    const page = <CrashPage error={crash.error} />
    return this.props.isInFrame ? page : <main className="flex min-h-dvh">{page}</main>
  }
}
