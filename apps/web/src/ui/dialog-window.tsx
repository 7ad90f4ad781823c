import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { fa } from '../i18n/fa.ts'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import { ShortcutLayer } from './use-shortcut.tsx'

export interface DialogProps {
  isOpen: boolean
  /** Asked for by Escape, by the × and by pressing outside. */
  onClose: () => void
  title: ReactNode
  children: ReactNode
  /** Buttons at the foot; the primary one first. */
  actions?: ReactNode
  size?: 'small' | 'medium' | 'large' | 'full'
  /** False while closing would lose something: neither Escape nor the outside closes it. */
  dismissable?: boolean
  role?: 'dialog' | 'alertdialog'
  /** Id of the text that a screen reader says after the title. */
  describedBy?: string
}

const widths = { small: 'sm:max-w-md', medium: 'sm:max-w-xl', large: 'sm:max-w-3xl', full: 'sm:max-w-5xl' }

/** The window of a `Dialog`; fetched after the page. */
export default function DialogWindow({ isOpen, onClose, size = 'medium', dismissable = true, ...props }: DialogProps) {
  const { title, children, actions, role = 'dialog', describedBy } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      className="fixed inset-0 z-40 flex items-end justify-center bg-veil sm:items-center sm:p-6"
    >
      <Modal className={classNames('flex max-h-full w-full', widths[size])}>
        <AriaDialog
          role={role}
          {...(describedBy && { 'aria-describedby': describedBy })}
          className="flex max-h-[92dvh] w-full flex-col rounded-t-lg border border-line bg-raised shadow-float outline-none sm:rounded-lg"
        >
          <ShortcutLayer>
            <header className="flex items-start gap-4 px-6 pt-5 pb-2">
              <Heading slot="title" level={2} className="flex-1 text-lg">
                {title}
              </Heading>
              {dismissable && role === 'dialog' && <IconButton icon={X} label={fa.action.close} size="small" onPress={onClose} />}
            </header>
            <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-6 py-2">{children}</div>
            {actions && <footer className="flex flex-wrap gap-3 px-6 pt-3 pb-5">{actions}</footer>}
            {!actions && <div className="h-4" />}
          </ShortcutLayer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
