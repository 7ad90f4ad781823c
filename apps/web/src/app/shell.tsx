import type { Role } from '@noskhe/shared/endpoint'
import { type ReactNode, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { fa } from '../i18n/fa.ts'
import { FootPlace } from '../ui/bars.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useShortcut } from '../ui/use-shortcut.tsx'
import { CentreMenu, type Workplace } from './centre-menu.tsx'
import { Mark } from '../ui/mark.tsx'
import { FootNavigation, HeadNavigation } from './navigation-bars.tsx'
import { CrashGuard } from './crash-guard.tsx'
import { type Destination, destinationsOf } from './navigation.ts'
import { OfflineBanner } from './offline-banner.tsx'
import { PersonMenu } from './person-menu.tsx'
import { RouteAnnouncer } from './route-announcer.tsx'
import { ShortcutHelp } from './shortcut-help.tsx'

export interface ShellProps {
  person: { name: string; detail: string | null }
  /** The role at the chosen centre; null before a centre is chosen. */
  role: Role | null
  /** Places where the person may work, and the one she works in now. */
  workplaces: readonly Workplace[]
  currentWorkplace: string | null
  onSwitchWorkplace: (id: string) => void
  onSignOut: () => void
  /** The dot that tells how the national services stand; brought by the feature that knows. */
  services?: ReactNode
  children: ReactNode
}

/** The frame of everyone who is signed in: top bar, page, and on a narrow screen a bar at the foot. */
export function Shell({ person, role, services, onSignOut, children, ...centre }: ShellProps) {
  const [bottom, setBottom] = useState<HTMLElement | null>(null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const destinations = destinationsOf(role)
  return (
    <FootPlace value={bottom}>
      <a
        href="#main"
        data-screen-only=""
        className="fixed start-4 top-2 z-50 -translate-y-20 rounded bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
      >
        {fa.shell.skip}
      </a>
      <OfflineBanner />
      <div className="flex min-h-dvh flex-col">
        <header data-screen-only="" className="sticky top-0 z-20 border-b border-line bg-surface">
          <div className="flex h-14 items-center gap-1 px-3 sm:gap-2 sm:px-4">
            <Mark className="size-7 shrink-0" />
            <CentreMenu {...centre} />
            <HeadNavigation destinations={destinations} />
            <div className="flex-1" />
            {services}
            <PersonMenu person={person} onSignOut={onSignOut} onShowShortcuts={() => setHelpOpen(true)} />
          </div>
        </header>
        <main id="main" tabIndex={-1} className="flex w-full flex-1 flex-col px-4 pt-6 pb-10 sm:px-6">
          <CrashGuard isInFrame>
            <Suspense fallback={<Skeleton lines={6} />}>{children}</Suspense>
          </CrashGuard>
        </main>
        <div data-screen-only="" className="sticky bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden">
          <div ref={setBottom} className="peer" />
          <FootNavigation destinations={destinations} />
        </div>
      </div>
      {destinations.map((destination) => (
        <GoShortcut key={destination.to} {...destination} />
      ))}
      <ShortcutHelp isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
      <RouteAnnouncer />
    </FootPlace>
  )
}

function GoShortcut({ to, label, shortcut }: Destination) {
  const navigate = useNavigate()
  useShortcut(shortcut, label, () => void navigate(to))
  return null
}
