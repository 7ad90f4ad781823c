import { Check, Minus } from 'lucide-react'
import { type ReactNode, type Ref, useEffect, useId, useRef } from 'react'
import { bothRefs } from './both-refs.ts'
import { classNames } from './class-names.ts'
import { FieldError } from './field.tsx'

interface CheckboxProps {
  children: ReactNode
  value: boolean
  onChange: (checked: boolean) => void
  /** Some of what it stands for are chosen. */
  mixed?: boolean
  hint?: ReactNode
  error?: string | undefined
  disabled?: boolean | undefined
  name?: string | undefined
  onBlur?: (() => void) | undefined
  ref?: Ref<HTMLInputElement>
}

/** A box to tick, with its sentence beside it. */
export function Checkbox({ children, value, onChange, mixed = false, hint, error, ref, ...input }: CheckboxProps) {
  const id = useId()
  const own = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (own.current) own.current.indeterminate = mixed
  }, [mixed])
  const Mark = mixed ? Minus : Check
  return (
    <div className="flex flex-col gap-1">
      <label className="flex w-fit cursor-pointer items-start gap-2.5 has-disabled:cursor-not-allowed has-disabled:opacity-50">
        <span className="relative mt-1 flex size-5 shrink-0">
          <input
            {...input}
            ref={bothRefs(own, ref)}
            type="checkbox"
            checked={value}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            onChange={(event) => onChange(event.target.checked)}
            className={classNames(
              'peer size-5 appearance-none rounded-sm border bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent',
              error ? 'border-2 border-refusal' : 'border-edge hover:border-ink',
            )}
          />
          <Mark aria-hidden strokeWidth={3} className="pointer-events-none absolute inset-0.5 hidden size-4 text-on-accent peer-checked:block peer-indeterminate:block" />
        </span>
        <span>
          {children}
          {hint && <span className="block text-sm text-quiet">{hint}</span>}
        </span>
      </label>
      <FieldError id={id} error={error} />
    </div>
  )
}
