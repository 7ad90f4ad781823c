import { NavLink } from 'react-router'
import { fa } from '../i18n/fa.ts'
import { classNames } from '../ui/class-names.ts'
import type { Destination } from './navigation.ts'

interface NavigationProps {
  destinations: readonly Destination[]
}

/** The places of one's role, in the top bar of a wide screen. */
export const HeadNavigation = ({ destinations }: NavigationProps) => (
  <nav aria-label={fa.shell.navigation} className="hidden h-full items-stretch gap-1 ps-2 lg:flex">
    {destinations.map(({ to, label }) => (
      <NavLink
        key={to}
        to={to}
        end
        className={({ isActive }) =>
          classNames(
            'flex items-center rounded-sm border-b-2 px-3 whitespace-nowrap focus-visible:-outline-offset-2',
            isActive ? 'border-accent font-semibold' : 'border-transparent text-quiet hover:text-ink',
          )
        }
      >
        {label}
      </NavLink>
    ))}
  </nav>
)

/** The same at the foot of a narrow screen; gives way to a page's own `BottomBar`. */
export const FootNavigation = ({ destinations }: NavigationProps) => (
  <nav aria-label={fa.shell.navigation} className="flex peer-[:not(:empty)]:hidden">
    {destinations.map(({ to, label, icon: Icon }) => (
      <NavLink
        key={to}
        to={to}
        end
        className={({ isActive }) =>
          classNames(
            'flex h-14 flex-1 flex-col items-center justify-center border-t-2 text-xs focus-visible:-outline-offset-2',
            isActive ? 'border-accent font-semibold text-accent-strong' : 'border-transparent text-quiet',
          )
        }
      >
        <Icon aria-hidden className="size-5" />
        {label}
      </NavLink>
    ))}
  </nav>
)
