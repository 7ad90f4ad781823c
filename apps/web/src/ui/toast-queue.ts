import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'
import type { Tone } from './tone.ts'

export interface ToastMessage {
  title: string
  body?: string
  tone?: Tone
  /** Takes back what was done. The message then stays longer. */
  undo?: () => void
}

export const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })
