import type { ReactNode, Ref } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { ShortcutLayer } from './use-shortcut.tsx'

interface ChipEditorProps {
  label: string
  className: string
  content: ReactNode
  editor: (close: () => void) => ReactNode
  startsOpen: boolean
  disabled: boolean
  ref?: Ref<HTMLButtonElement> | undefined
}

/** The button of a `Chip` with the small window that edits it; fetched after the page. */
export default function ChipEditor({ label, className, content, editor, startsOpen, disabled, ref }: ChipEditorProps) {
  return (
    <DialogTrigger defaultOpen={startsOpen}>
      <Button {...(ref && { ref })} isDisabled={disabled} className={className}>
        {content}
      </Button>
      <Popover offset={6} className="rounded border border-line bg-raised shadow-float">
        <Dialog aria-label={label} className="max-w-[min(24rem,calc(100vw-2rem))] p-3 outline-none">
          {({ close }) => <ShortcutLayer>{editor(close)}</ShortcutLayer>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
