import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { fa } from '../i18n/fa.ts'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

interface CodeProps {
  /** What the code is: «کد رهگیری», «شباد». */
  label: string
  children: string
  /** large: the one thing on the page, to be read aloud to the patient. */
  size?: 'normal' | 'large'
  hideLabel?: boolean
}

/** A code one reads, copies and says aloud: Latin, in its own direction, with a button that copies it. */
export function Code({ label, children, size = 'normal', hideLabel = false }: CodeProps) {
  const { isCopied, copy } = useCopy(children)
  return (
    <div className={classNames('flex gap-x-3', size === 'large' ? 'flex-col' : 'flex-wrap items-baseline')}>
      <span className={hideLabel ? 'sr-only' : 'text-sm text-quiet'}>{label}</span>
      <span className="inline-flex items-center gap-2">
        <bdi
          dir="ltr"
          className={classNames('font-semibold tabular-nums select-all', size === 'large' ? 'text-3xl tracking-[0.12em]' : 'tracking-wider')}
        >
          {children}
        </bdi>
        <span data-screen-only="" className="self-center">
          <IconButton icon={isCopied ? Check : Copy} label={isCopied ? fa.action.copied : fa.field.copyOf(label)} size="small" onPress={copy} />
        </span>
        <span role="status" className="sr-only">
          {isCopied && fa.action.copied}
        </span>
      </span>
    </div>
  )
}

const SAYS_COPIED_MS = 2000

function useCopy(text: string) {
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), SAYS_COPIED_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  // The browser may refuse the clipboard; the code can then be selected by hand, and nothing claims that it was copied.
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false))
  return { isCopied, copy }
}
