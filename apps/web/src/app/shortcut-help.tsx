import { fa } from '../i18n/fa.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { useShortcut, useShortcutList } from '../ui/use-shortcut.tsx'

interface ShortcutHelpProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** On `?`: the shortcuts that work on this page now. */
export function ShortcutHelp({ isOpen, onOpenChange }: ShortcutHelpProps) {
  useShortcut('Shift+Slash', fa.shell.shortcuts, () => onOpenChange(true))
  return (
    <Dialog isOpen={isOpen} onClose={() => onOpenChange(false)} title={fa.shell.shortcuts} size="small">
      <ShortcutRows />
      <p className="mt-3 text-sm text-quiet">{fa.shell.shortcutsHint}</p>
    </Dialog>
  )
}

function ShortcutRows() {
  const shortcuts = useShortcutList()
  return (
    <dl>
      {shortcuts.map(({ combination, label }) => (
        <div key={combination + label} className="flex items-center justify-between gap-4 border-t border-line py-2 first:border-t-0">
          <dt>{label}</dt>
          <dd>
            <Kbd keys={combination} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
