import { type ReactNode, Suspense, useId } from 'react'
import { fa } from '../i18n/fa.ts'
import { Button } from './button.tsx'
import { deferred } from './deferred.ts'
import type { DialogProps } from './dialog-window.tsx'

const DialogWindow = deferred(() => import('./dialog-window.tsx'))

/**
 * A question or a piece of work over the page. Focus goes in, stays in and returns to what opened it; the shortcuts of the
 * page sleep. On a phone it rises from the bottom. Stays mounted while closed; its children do not.
 */
export function Dialog(props: DialogProps) {
  return props.isOpen && <Suspense fallback={null}><DialogWindow {...props} /></Suspense>
}

interface ConfirmDialogProps {
  isOpen: boolean
  onClose: () => void
  onConfirm: () => void
  /** The question, with the name of the thing: «نسخهٔ سارا رضایی لغو شود؟» */
  title: string
  /** What follows from it, in a sentence. */
  body?: ReactNode
  /** The deed, not «بله»: «لغو نسخه». */
  confirmLabel: string
  kind?: 'danger' | 'primary'
  pending?: boolean
}

/** Asks once before what cannot be taken back. Focus starts on the way out. */
export function ConfirmDialog({ isOpen, onClose, onConfirm, kind = 'danger', pending = false, ...props }: ConfirmDialogProps) {
  const { title, body, confirmLabel } = props
  const bodyId = useId()
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      size="small"
      role="alertdialog"
      dismissable={!pending}
      {...(body !== undefined && { describedBy: bodyId })}
      actions={
        <>
          <Button kind={kind} pending={pending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
          <Button autoFocus disabled={pending} onPress={onClose}>
            {fa.action.cancel}
          </Button>
        </>
      }
    >
      <div id={bodyId} className="text-quiet">
        {body}
      </div>
    </Dialog>
  )
}
