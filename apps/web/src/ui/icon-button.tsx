import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import { classNames } from './class-names.ts'
import type { Combination } from './shortcuts.ts'
import { Tip } from './tip.tsx'

interface IconButtonProps {
  icon: LucideIcon
  /** Said to a screen reader and shown on hover. */
  label: string
  onPress?: (() => void) | undefined
  shortcut?: Combination | undefined
  disabled?: boolean | undefined
  /** Something is open or on because of it. */
  pressed?: boolean | undefined
  tone?: 'quiet' | 'danger'
  size?: 'small' | 'normal'
  ref?: Ref<HTMLButtonElement>
}

/** A button of one icon, for small things beside what they act on. Its name and keys are shown on hover and focus. */
export function IconButton({ icon: Icon, label, onPress, shortcut, pressed, tone = 'quiet', size = 'normal', ...button }: IconButtonProps) {
  return (
    <Tip text={label} shortcut={shortcut}>
      <button
        {...button}
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        onClick={onPress}
        className={classNames(
          'inline-flex shrink-0 items-center justify-center rounded disabled:cursor-not-allowed disabled:opacity-40',
          pressed ? 'bg-accent-wash text-accent-strong' : 'text-quiet enabled:hover:bg-sunken',
          tone === 'danger' ? 'enabled:hover:text-refusal' : 'enabled:hover:text-ink',
          size === 'small' ? 'size-8 coarse:size-10' : 'size-9.5 coarse:size-11',
        )}
      >
        <Icon aria-hidden className="size-4.5" />
      </button>
    </Tip>
  )
}
