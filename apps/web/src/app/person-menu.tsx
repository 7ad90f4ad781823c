import { BadgeCheck, Building2, ChevronDown, Keyboard, LogOut, MonitorSmartphone, Moon, Sun, SunMoon, UserRound } from 'lucide-react'
import { useNavigate } from 'react-router'
import { fa } from '../i18n/fa.ts'
import { paths } from '../paths.ts'
import { Menu } from '../ui/menu.tsx'
import { type Theme, useTheme } from './theme.ts'

interface PersonMenuProps {
  person: { name: string; detail: string | null }
  onSignOut: () => void
  onShowShortcuts: () => void
}

const themeIcons = { system: SunMoon, light: Sun, dark: Moon } satisfies Record<Theme, unknown>
const themes: readonly Theme[] = ['system', 'light', 'dark']

/** The person's own: her sessions, the theme, the list of shortcuts, the way out. */
export function PersonMenu({ person, onSignOut, onShowShortcuts }: PersonMenuProps) {
  const navigate = useNavigate()
  const [theme, chooseTheme] = useTheme()
  return (
    <Menu
      label={person.name}
      className="ms-auto"
      trigger={
        <>
          <UserRound aria-hidden className="size-5 shrink-0 text-quiet" />
          <span className="hidden max-w-40 truncate md:inline">{person.name}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-quiet" />
        </>
      }
      groups={[
        {
          title: person.detail ? `${person.name} · ${person.detail}` : person.name,
          entries: [
            { id: 'sessions', label: fa.shell.sessions, icon: MonitorSmartphone, onAction: () => void navigate(paths.sessions) },
            // A certificate is asked for at a centre: who has chosen none is sent to choose one.
            { id: 'certificate', label: fa.shell.certificate, icon: BadgeCheck, onAction: () => void navigate(paths.certificate) },
            { id: 'centre-record', label: fa.navigation.centreRecord, icon: Building2, onAction: () => void navigate(paths.centreRecord) },
            { id: 'shortcuts', label: fa.shell.shortcuts, icon: Keyboard, shortcut: 'Shift+Slash', onAction: onShowShortcuts },
          ],
        },
        {
          title: fa.shell.theme,
          entries: themes.map((it) => ({
            id: it,
            label: fa.shell.themes[it],
            icon: themeIcons[it],
            chosen: it === theme,
            onAction: () => chooseTheme(it),
          })),
        },
        { entries: [{ id: 'sign-out', label: fa.shell.signOut, icon: LogOut, onAction: onSignOut }] },
      ]}
    />
  )
}
