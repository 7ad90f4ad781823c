import { Suspense } from 'react'
import { deferred } from './deferred.ts'
import type { ToastMessage } from './toast-queue.ts'

const STAYS_MS = 6000
const STAYS_WITH_UNDO_MS = 12_000

/**
 * Says in a corner what has been done: `toast({ title: 'قلم حذف شد', undo })`. Never the only place of an error that
 * needs an answer. Waits while the pointer or the focus is on it; F6 goes there.
 */
export function toast(message: ToastMessage): void {
  void import('./toast-queue.ts').then(({ queue }) => queue.add(message, { timeout: message.undo ? STAYS_WITH_UNDO_MS : STAYS_MS }))
}

const ToastCorner = deferred(() => import('./toast-region.tsx'))

/** Where toasts appear. Once, at the root. */
export const ToastRegion = () => (
  <Suspense fallback={null}>
    <ToastCorner />
  </Suspense>
)
