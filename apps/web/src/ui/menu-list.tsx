import { Check, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Text } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'
import type { Combination } from './shortcuts.ts'

export interface MenuEntry {
  id: string
  label: string
  hint?: string
  icon?: LucideIcon
  shortcut?: Combination
  onAction: () => void
  danger?: boolean
  disabled?: boolean
  /** Given for choices among alike things: the chosen one carries a tick. */
  chosen?: boolean
}

export interface MenuProps {
  /** What stands on the button that opens it. */
  trigger: ReactNode
  /** Names the menu for a screen reader. */
  label: string
  /** Groups, with a hairline between them; a title where it helps. */
  groups: readonly { title?: string; entries: readonly MenuEntry[] }[]
  /** Classes of the button; its look is that of a bare button otherwise. */
  className?: string | undefined
}

/** The button and the list of a `Menu`; fetched after the page. */
export default function MenuWithList({ trigger, label, groups, className = '', startsOpen }: MenuProps & { startsOpen: boolean }) {
  return (
    <MenuTrigger defaultOpen={startsOpen}>
      <Button aria-label={label} className={className}>
        {trigger}
      </Button>
      <Popover offset={6} className="min-w-56 overflow-auto rounded border border-line bg-raised p-1 shadow-float">
        <AriaMenu className="outline-none" aria-label={label}>
          {groups.map((group, place) => (
            <MenuSection key={group.title ?? place} aria-label={group.title ?? label} className={place > 0 ? 'mt-1 border-t border-line pt-1' : ''}>
              {group.title && <Header className="px-2.5 pt-1 pb-0.5 text-sm text-quiet">{group.title}</Header>}
              {group.entries.map((entry) => (
                <Entry key={entry.id} {...entry} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

const Entry = ({ id, label, hint, icon: Icon, shortcut, onAction, danger, disabled, chosen }: MenuEntry) => (
  <MenuItem
    id={id}
    textValue={chosen ? `${label}، انتخاب شده` : label}
    isDisabled={disabled ?? false}
    onAction={onAction}
    className={classNames(
      'flex cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 outline-none data-disabled:opacity-50',
      'data-focused:bg-accent-wash data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent',
      danger && 'text-refusal',
    )}
  >
    {Icon && <Icon aria-hidden className="size-4.5 shrink-0 text-quiet" />}
    <span className="min-w-0 flex-1">
      <Text slot="label" className={chosen ? 'font-semibold' : ''}>
        {label}
      </Text>
      {hint && (
        <Text slot="description" className="block text-sm text-quiet">
          {hint}
        </Text>
      )}
    </span>
    {shortcut && <Kbd keys={shortcut} />}
    {chosen && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
  </MenuItem>
)
