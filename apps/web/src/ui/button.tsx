import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Link } from 'react-router'
import { fa } from '../i18n/fa.ts'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'
import type { Combination } from './shortcuts.ts'

/** primary: the one thing to do on a screen · quiet: everything else · danger: what cannot be taken back · bare: quiet, without an outline. */
export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'bare'

interface Look {
  kind?: ButtonKind | undefined
  size?: 'small' | 'normal' | 'large' | undefined
  /** Fills the width it is given. */
  wide?: boolean | undefined
  icon?: LucideIcon | undefined
  /** Shown on the button; `useShortcut` is what makes it work. */
  shortcut?: Combination | undefined
  children: ReactNode
  className?: string | undefined
}

interface ButtonProps extends Look {
  onPress?: (() => void) | undefined
  type?: 'button' | 'submit'
  /** The answer is awaited: keeps its width and its focus, takes no second press. */
  pending?: boolean
  disabled?: boolean | undefined
  autoFocus?: boolean
  /** Id of a form elsewhere on the page that this button submits. */
  form?: string
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-expanded'?: boolean
  ref?: Ref<HTMLButtonElement>
}

const kinds: Record<ButtonKind, string> = {
  primary: 'border-transparent bg-accent text-on-accent enabled:hover:bg-accent-strong',
  quiet: 'border-edge/60 bg-surface text-ink hover:bg-sunken',
  danger: 'border-transparent bg-refusal text-on-refusal enabled:hover:bg-refusal-strong',
  bare: 'border-transparent text-ink hover:bg-sunken',
}

const sizes = {
  small: 'h-8 px-2.5 text-sm coarse:h-10',
  normal: 'h-9.5 px-4 text-base coarse:h-11',
  large: 'h-12 px-6 text-lg',
}

const lookOf = ({ kind = 'quiet', size = 'normal', wide, className }: Look) =>
  classNames(
    'relative inline-flex shrink-0 items-center justify-center gap-2 rounded border leading-none! font-medium whitespace-nowrap select-none',
    'disabled:cursor-not-allowed disabled:opacity-50',
    kinds[kind],
    sizes[size],
    wide && 'w-full',
    className,
  )

const Content = ({ kind, icon: Icon, shortcut, children }: Look) => (
  <>
    {Icon && <Icon aria-hidden className="-ms-0.5 size-[1.2em] shrink-0" />}
    <span>{children}</span>
    {shortcut && <Kbd keys={shortcut} onAccent={kind === 'primary' || kind === 'danger'} />}
  </>
)

/** Something to press. See `ButtonKind` for the weights. */
export function Button({ onPress, type = 'button', pending = false, ...props }: ButtonProps) {
  const { kind, size, wide, icon, shortcut, children, className, ...button } = props
  const look = { kind, size, wide, icon, shortcut, children, className }
  return (
    <button
      {...button}
      type={type}
      aria-disabled={pending || undefined}
      className={lookOf(look)}
      onClick={(event) => {
        // While an answer is awaited neither this button nor its form acts again.
        if (pending) event.preventDefault()
        else onPress?.()
      }}
    >
      {/* Hidden, not removed, while waiting: the button keeps its width and its name. */}
      <span className={classNames('inline-flex items-center gap-2', pending && 'opacity-0')}>
        <Content {...look} />
      </span>
      {pending && <PendingDots />}
    </button>
  )
}

const PendingDots = () => (
  <span className="absolute inset-0 flex items-center justify-center gap-1">
    <span className="sr-only">{fa.state.pending}</span>
    {['', '[animation-delay:150ms]', '[animation-delay:300ms]'].map((delay) => (
      <span key={delay} className={classNames('size-1.5 animate-pulse rounded-full bg-current', delay)} />
    ))}
  </span>
)

/** A link to another page that looks like a button. `to`: a path from `paths.ts`. */
export const LinkButton = ({ to, ...look }: Look & { to: string }) => (
  <Link to={to} className={lookOf(look)}>
    <Content {...look} />
  </Link>
)
