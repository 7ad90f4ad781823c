import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'
import type { ToastMessage } from './toast.tsx'

export const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })
