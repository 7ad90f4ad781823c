import { X } from 'lucide-react'
import {
  Button as AriaButton,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
} from 'react-aria-components'
import { fa } from '../i18n/fa.ts'
import { classNames } from './class-names.ts'
import { queue, type ToastMessage } from './toast-queue.ts'
import { toneLook } from './tone.ts'

/** The corner itself; fetched after the page. */
export default function ToastCorner() {
  return (
    <AriaToastRegion
      queue={queue}
      aria-label="پیام‌ها"
      data-screen-only=""
      className="fixed start-4 bottom-20 z-50 flex w-[min(26rem,calc(100vw-2rem))] flex-col gap-2 rounded-lg sm:bottom-6 sm:start-6"
    >
      {({ toast: { content, key } }) => <ToastCard toastKey={key} content={content} />}
    </AriaToastRegion>
  )
}

function ToastCard({ toastKey, content }: { toastKey: string; content: ToastMessage }) {
  const { icon: Icon, text } = toneLook[content.tone ?? 'done']
  return (
    <AriaToast toast={{ key: toastKey, content }} className="flex items-start gap-3 rounded-lg border border-line bg-raised p-3 ps-4 shadow-float">
      <Icon aria-hidden className={classNames('mt-1 size-5 shrink-0', text)} />
      <ToastContent className="flex min-w-0 flex-1 flex-col">
        <Text slot="title" className="font-medium">
          {content.title}
        </Text>
        {content.body && (
          <Text slot="description" className="text-sm text-quiet">
            {content.body}
          </Text>
        )}
      </ToastContent>
      {content.undo && (
        <AriaButton
          className="rounded px-2 py-0.5 font-medium text-accent hover:bg-accent-wash"
          onPress={() => {
            content.undo?.()
            queue.close(toastKey)
          }}
        >
          {fa.action.undo}
        </AriaButton>
      )}
      <AriaButton slot="close" aria-label={fa.action.close} className="rounded p-1.5 text-quiet hover:bg-sunken hover:text-ink">
        <X aria-hidden className="size-4" />
      </AriaButton>
    </AriaToast>
  )
}
