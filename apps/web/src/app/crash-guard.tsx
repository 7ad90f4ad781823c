import { Component, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { CrashPage } from './failure-pages.tsx'

/** Keeps a page that throws from taking the rest with it. Going to another address tries again. */
export function CrashGuard({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return <Guard pathname={pathname}>{children}</Guard>
}

interface GuardProps {
  pathname: string
  children: ReactNode
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
    return this.state.crash ? <CrashPage error={this.state.crash.error} /> : this.props.children
  }
}
