import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { fa } from '../i18n/fa.ts'
import { classNames } from './class-names.ts'

/** What every field has. `value`/`onChange(value)` are each field's own; all take `{...field}` of a react-hook-form Controller. */
export interface FieldProps {
  label: string
  /** The label is said but not shown: where the place makes it plain. */
  hideLabel?: boolean | undefined
  hint?: ReactNode
  /** What is wrong and what to do; the field is then marked invalid. */
  error?: string | undefined
  /** Marks the fields one may skip; the others are needed. */
  optional?: boolean | undefined
  disabled?: boolean | undefined
  name?: string | undefined
  onBlur?: (() => void) | undefined
  className?: string | undefined
}

/** The attributes that tie a control to its label, hint and error; the ids are those `Field` gives to them. */
export function useFieldIds({ hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  const id = useId()
  const describedBy = [Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    control: {
      id,
      'aria-invalid': error ? (true as const) : undefined,
      'aria-describedby': describedBy || undefined,
    },
  }
}

/** Label above, control, hint and error below. */
export function Field({ id, children, label, hideLabel, hint, error, optional, className }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-medium'}>
        {label}
        {optional && <span className="ms-1 font-normal text-quiet">({fa.state.optional})</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
    </div>
  )
}

/** The error of a field, with a shape beside the colour; read out when it appears. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return (
    <div aria-live="polite">
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-refusal">
          <CircleAlert aria-hidden className="mt-1 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  )
}

/** The box of a control: same height, edge and states for every kind of field. */
export const controlLook = (hasError: boolean, size: 'normal' | 'large' | 'compact' = 'normal') =>
  classNames(
    'w-full min-w-0 rounded border bg-surface text-ink',
    '[&[readonly]]:bg-sunken disabled:cursor-not-allowed disabled:bg-sunken disabled:text-quiet',
    hasError ? 'border-refusal border-2' : 'border-edge hover:border-ink',
    size === 'normal' && 'h-9.5 px-3 coarse:h-11',
    size === 'large' && 'h-13 px-4 text-xl',
    size === 'compact' && 'h-8 px-2 text-table coarse:h-10',
  )
