import { Building2, ChevronDown } from 'lucide-react'
import { fa } from '../i18n/fa.ts'
import { Menu } from '../ui/menu.tsx'

export interface Workplace {
  id: string
  name: string
  /** «مطب»، «داروخانه»; and why it is closed to her, when it is. */
  detail: string
  disabled?: boolean
}

interface CentreMenuProps {
  workplaces: readonly Workplace[]
  currentWorkplace: string | null
  onSwitchWorkplace: (id: string) => void
}

/** Where one works now; with more than one place, the way to another. */
export function CentreMenu({ workplaces, currentWorkplace, onSwitchWorkplace }: CentreMenuProps) {
  const current = workplaces.find(({ id }) => id === currentWorkplace)
  const name = current?.name ?? fa.shell.noCentre
  if (workplaces.length < 2) return <span className="min-w-0 truncate px-2 font-semibold">{name}</span>
  return (
    <Menu
      label={`${fa.shell.switchCentre}: ${name}`}
      trigger={
        <>
          <span className="max-w-56 min-w-0 truncate font-semibold">{name}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-quiet" />
        </>
      }
      groups={[
        {
          title: fa.shell.switchCentre,
          entries: workplaces.map(({ id, name: label, detail, disabled = false }) => ({
            id,
            label,
            hint: detail,
            icon: Building2,
            disabled,
            chosen: id === currentWorkplace,
            onAction: () => onSwitchWorkplace(id),
          })),
        },
      ]}
    />
  )
}
